import type { Conversation } from '@xiaoer/core/desk';
import type { TraceCandidate } from '@xiaoer/core/protocol';
import { decisionWords, reasonWords, scoreText } from '../conversation/trace-chip.tsx';
import { useDesk } from '../desk-context.ts';
import { isDeskKey } from '../locales/translate.ts';
import { Icon } from '../parts/icon.tsx';
import { briefOf } from '../state/brief-of.ts';
import { type Turn, turnsOf } from './findings.ts';
import { SideSection } from './section.tsx';

/** Earlier turns that can be unfolded. */
const EARLIER = 4;

/** What was not used and scored less than this was never in question. */
const LEAST = 0.05;

/** Each candidate once, with its best score: retrievers may find the same answer by several of its questions. */
const distinct = (candidates: readonly TraceCandidate[]): readonly TraceCandidate[] =>
  [
    ...new Map(
      [...candidates].sort((a, b) => a.score - b.score).map((one) => [`${one.kind}:${one.id}`, one] as const),
    ).values(),
  ]
    .filter(({ used, score }) => used || score >= LEAST)
    .sort((a, b) => Number(b.used) - Number(a.used) || b.score - a.score);

function Candidate({ candidate }: { readonly candidate: TraceCandidate }) {
  const { t } = useDesk();
  const share = Math.min(1, Math.max(0, candidate.score));
  return (
    <li class={candidate.used ? 'candidate used' : 'candidate'}>
      <Icon name={candidate.used ? 'check' : 'cross'} />
      <span class="sr">{t(candidate.used ? 'side.used' : 'side.notUsed')}: </span>
      <span class="candidate-label" dir="auto" title={candidate.label}>
        {candidate.label}
      </span>
      <svg class="bar" viewBox="0 0 44 5" width="44" height="5" aria-hidden="true" focusable="false">
        <rect class="bar-all" width="44" height="5" rx="2.5" />
        <rect class="bar-share" width={(44 * share).toFixed(1)} height="5" rx="2.5" />
      </svg>
      <span class="score">{scoreText(candidate.score)}</span>
    </li>
  );
}

/** One turn of the bot: what was understood, weighed, and decided. */
export function TurnDetails({ turn }: { readonly turn: Turn }) {
  const { t } = useDesk();
  const { trace, asked, handedOver } = turn;
  return (
    <>
      {asked && (
        <p class="asked" lang={trace.lang} dir="auto">
          {t('side.asked', { text: asked })}
        </p>
      )}
      {trace.understood && trace.understood.length > 0 && (
        <p>{t('side.understood', { words: trace.understood.join(', ') })}</p>
      )}
      {trace.candidates.length > 0 && (
        <ul class="candidates">
          {distinct(trace.candidates).map((candidate) => (
            <Candidate key={`${candidate.kind}:${candidate.id}`} candidate={candidate} />
          ))}
        </ul>
      )}
      <p>{t('side.decided', { what: decisionWords(trace.decision, t), score: scoreText(trace.confidence) })}</p>
      {trace.source && !isDeskKey(`reason.${trace.source}`) && (
        <p dir="auto">{t('side.source', { source: trace.source })}</p>
      )}
      {handedOver && <p class="handed-over">{t('side.handedOver', { reason: reasonWords(handedOver, t) })}</p>}
    </>
  );
}

/** What was asked and what the bot made of it, newest turn first. */
export function Tried({ conversation }: { readonly conversation: Conversation }) {
  const { t, format } = useDesk();
  const known = briefOf(conversation.messages.value)?.brief.known ?? [];
  const [newest, ...earlier] = turnsOf(conversation.messages.value).slice(0, 1 + EARLIER);
  const when = ({ at, trace }: Turn) =>
    [format.time(at), trace.ms === undefined ? '' : `${format.number(Math.round(trace.ms * 10) / 10)} ms`]
      .filter(Boolean)
      .join(', ');
  return (
    <SideSection name="tried" title={t('side.tried')} fact={newest && when(newest)}>
      {newest ? <TurnDetails turn={newest} /> : <p class="nothing">{t('side.triedNothing')}</p>}
      {known.length > 0 && <p dir="auto">{t('side.known', { what: known.join(', ') })}</p>}
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{t('side.earlier')}</summary>
          {earlier.map((turn) => (
            <div key={turn.key} class="earlier-turn">
              <p class="earlier-when">{when(turn)}</p>
              <TurnDetails turn={turn} />
            </div>
          ))}
        </details>
      )}
    </SideSection>
  );
}
