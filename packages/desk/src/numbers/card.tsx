import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';
import type { DeskKey } from '../locales/strings.ts';

/** A measure: its name, the finding in a sentence, how it is counted, and what shows it. */
export function Card(props: {
  readonly id: string;
  readonly title: DeskKey;
  readonly how: DeskKey;
  readonly finding: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}) {
  const { t } = useDesk();
  const { id, title, how, finding, wide, children } = props;
  return (
    <section class={wide ? 'number-card wide' : 'number-card'} aria-labelledby={`number-${id}`}>
      <h2 id={`number-${id}`}>{t(title)}</h2>
      <p class="finding">{finding}</p>
      {children}
      <details class="how">
        <summary>
          {t('numbers.how')}
          <span class="sr">{t(title)}</span>
        </summary>
        <p>{t(how)}</p>
      </details>
    </section>
  );
}
