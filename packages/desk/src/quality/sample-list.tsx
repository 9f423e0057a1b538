import { reasonWords } from '../conversation/trace-chip.tsx';
import { useDesk } from '../desk-context.ts';
import { useFigures } from '../numbers/use-figures.ts';
import { Icon } from '../parts/icon.tsx';
import type { Drawn, Sample } from './quality-api.ts';

function Row({ drawn, names }: { readonly drawn: Drawn; readonly names: Sample['names'] }) {
  const { desk, t } = useDesk();
  const figures = useFigures();
  const nameOf = (agent: string) => names.agents[agent] ?? agent;
  const me = desk.client.principal.value?.id ?? '';
  const others = drawn.reviewedBy.filter((who) => who !== me).map(nameOf);
  const reason =
    names.rules[drawn.reason] ?? (drawn.reason === 'none' ? t('quality.reason.none') : reasonWords(drawn.reason, t));
  return (
    <li>
      <button
        type="button"
        class="sample-row"
        onClick={() => {
          desk.quality.looked.value = { conversation: drawn.conversation, k: drawn.k };
        }}
      >
        <span>
          {t('quality.row', { agents: drawn.agents.map(nameOf).join(', '), time: figures.moment(drawn.start) })}
        </span>
        <span class="tag">{reason}</span>
        {drawn.critical && (
          <span class="tag wait late">
            <Icon name="alert" />
            {t('quality.critical')}
          </span>
        )}
        <span class="spring" />
        {drawn.reviewedBy.includes(me) && (
          <b class="reviewed">
            <Icon name="check" />
            {t('quality.reviewed')}
          </b>
        )}
        {others.length > 0 && <small>{t('quality.byOthers', { names: others.join(', ') })}</small>}
      </button>
    </li>
  );
}

/** The conversations of a week that were drawn for a review. */
export function SampleList({ sample }: { readonly sample: Sample }) {
  const { t } = useDesk();
  const { drawn, names } = sample;
  const done = drawn.filter(({ reviewedBy }) => reviewedBy.length > 0).length;
  return (
    <section class="number-card" aria-labelledby="quality-sample">
      <h2 id="quality-sample">{t('quality.sample', { n: drawn.length })}</h2>
      {drawn.length === 0 ? (
        <p class="nothing">{t('quality.none')}</p>
      ) : (
        <>
          <p class="finding">{t('quality.done', { n: done })}</p>
          <ul class="sample-rows">
            {drawn.map((one) => (
              <Row key={`${one.conversation} ${one.k}`} drawn={one} names={names} />
            ))}
          </ul>
        </>
      )}
      <details class="how">
        <summary>
          {t('numbers.how')}
          <span class="sr">{t('quality.sample', { n: drawn.length })}</span>
        </summary>
        <p>{t('quality.how')}</p>
      </details>
    </section>
  );
}
