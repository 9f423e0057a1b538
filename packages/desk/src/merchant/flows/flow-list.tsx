import { useDesk } from '../../desk-context.ts';
import { textIn } from '../teaching/knowledge-answer.ts';
import type { FlowRow } from './flow.ts';

/** All flows, each with what begins it and whether it is on. */
export function FlowList(props: {
  readonly rows: readonly FlowRow[];
  readonly chosen: string | undefined;
  readonly drafts: Readonly<Record<string, string>>;
  readonly onChoose: (id: string) => void;
}) {
  const { rows, chosen, drafts, onChoose } = props;
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  return (
    <section class="shop-side" aria-label={t('flows.list')}>
      <p class="shop-count">{t('flows.count', { n: rows.length, off: rows.filter(({ off }) => off).length })}</p>
      <ul class="shop-rows">
        {rows.map(({ id, flow, from, off }) => (
          <li key={id}>
            <button
              type="button"
              class={id === chosen ? 'shop-row chosen' : 'shop-row'}
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <b dir="auto">{textIn(flow.title, locale)}</b>
              <span class="shop-row-text">{id}</span>
              <span class="shop-row-tags">
                {off && <span class="tag changed">{t('flows.off')}</span>}
                {from !== 'shipped' && <span class="tag">{t(`flows.from.${from}`)}</span>}
                {drafts[id] !== undefined && <span class="tag changed">{t('flows.unsaved')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
