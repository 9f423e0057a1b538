import { useDesk } from '../desk-context.ts';
import { ScrollTable } from '../numbers/scroll-table.tsx';
import { useFigures } from '../numbers/use-figures.ts';
import type { Sample } from './quality-api.ts';

/** A rule of which so many findings were judged, and fewer than this share were right, does more harm than good. */
const LEAST_JUDGED = 5;
const LEAST_RIGHT = 0.8;

/** How reviewers and rules agree. */
export function Agreement({ sample }: { readonly sample: Sample }) {
  const { t } = useDesk();
  const figures = useFigures();
  const { reviewed, near, apart, rules } = sample.agreement;
  return (
    <section class="number-card" aria-labelledby="quality-agreement">
      <h2 id="quality-agreement">{t('quality.agreement')}</h2>
      <p class="finding">
        {reviewed === 0
          ? t('quality.agreement.none')
          : t('quality.agreement.finding', {
              reviewed: figures.count(reviewed),
              near: figures.share(near, reviewed),
              apart: figures.count(apart ?? 0),
            })}
      </p>
      {rules.length > 0 && (
        <ScrollTable label={t('quality.agreement')}>
          <thead>
            <tr>
              <th scope="col">{t('quality.agreement.rule')}</th>
              <th scope="col">{t('quality.agreement.of')}</th>
              <th scope="col">{t('quality.agreement.right')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ rule, of, right }) => {
              const low = of >= LEAST_JUDGED && right < of * LEAST_RIGHT;
              return (
                <tr key={rule}>
                  <th scope="row">{sample.names.rules[rule] ?? rule}</th>
                  <td>{figures.count(of)}</td>
                  <td class={low ? 'heavy' : undefined}>
                    {figures.share(right, of)}
                    {low && <span class="heavy-mark">{t('quality.agreement.low')}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
}
