import { useId, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { useFigures } from '../numbers/use-figures.ts';
import { claimWords } from './moment-entry.tsx';
import type { Finding, Judged, QualityNames, Replay } from './quality-api.ts';

const keyOf = ({ rule, seq }: Pick<Finding, 'rule' | 'seq'>): string => `${rule} ${seq}`;

/** One finding, and whether it is right. */
function Judgement(props: {
  readonly finding: Finding;
  readonly names: QualityNames;
  readonly right: boolean | undefined;
  readonly onJudge: (right: boolean) => void;
  readonly go: (seq: number) => void;
}) {
  const { t } = useDesk();
  const { finding, names, right, onJudge, go } = props;
  const group = useId();
  return (
    <fieldset class="judgement">
      <legend>{names.rules[finding.rule] ?? finding.rule}</legend>
      {finding.wrong && <p>{t('quality.wrong', { claim: claimWords(finding.wrong.claim), of: finding.wrong.of })}</p>}
      {([true, false] as const).map((value) => (
        <label key={String(value)}>
          <input type="radio" name={group} checked={right === value} onChange={() => onJudge(value)} />
          {t(value ? 'quality.right' : 'quality.notRight')}
        </label>
      ))}
      <button type="button" class="link" onClick={() => go(finding.seq)}>
        {t('quality.line')}
      </button>
    </fieldset>
  );
}

/** What was found before, by whom. */
function Earlier({ replay, k }: { readonly replay: Replay; readonly k: number }) {
  const { t } = useDesk();
  const figures = useFigures();
  const earlier = replay.reviews.filter((one) => one.k === k);
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="quality-earlier">
      <h3 id="quality-earlier">{t('quality.earlier')}</h3>
      <ul class="earlier">
        {earlier.map((one) => (
          <li key={`${one.who} ${one.at}`}>
            {t('quality.earlierLine', {
              name: replay.names.agents[one.who] ?? one.who,
              time: figures.moment(one.at),
              score: figures.count(one.score),
              counted: figures.count(one.counted),
              right: one.findings.filter(({ right }) => right).length,
              of: one.findings.length,
            })}
            {one.comment !== '' && <q dir="auto">{one.comment}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The review of a session: each finding right or not, a score of one's own, and a comment. */
export function ReviewForm(props: {
  readonly replay: Replay;
  readonly session: Judged;
  readonly go: (seq: number) => void;
}) {
  const { desk, t } = useDesk();
  const figures = useFigures();
  const { replay, session, go } = props;
  const [judged, setJudged] = useState<Readonly<Record<string, boolean>>>({});
  const [score, setScore] = useState('');
  const [comment, setComment] = useState('');
  const [told, setTold] = useState<{
    readonly as: 'missing' | 'saving' | 'failed' | 'saved';
    readonly counted?: number;
  }>();
  const { hits } = session;
  const number = Number(score);
  const whole =
    score.trim() !== '' && number >= 0 && number <= 100 && hits.every((one) => judged[keyOf(one)] !== undefined);
  const mine = replay.reviews.some(({ who, k }) => k === session.k && who === desk.client.principal.value?.id);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (told?.as === 'saving') return;
    if (!whole) return setTold({ as: 'missing' });
    setTold({ as: 'saving' });
    const findings = hits.map(({ rule, seq }) => ({ rule, seq, right: judged[keyOf({ rule, seq })] === true }));
    const { conversation } = replay;
    const counted = await desk.quality.review({ conversation, k: session.k, score: number, findings, comment });
    setTold(counted === undefined ? { as: 'failed' } : { as: 'saved', counted });
  }

  return (
    <section class="number-card review" aria-labelledby="quality-review">
      <h2 id="quality-review">{t('quality.review')}</h2>
      <form onSubmit={(event) => void save(event)} noValidate>
        <h3>{t('quality.findings')}</h3>
        {hits.length === 0 && <p class="nothing">{t('quality.noFindings')}</p>}
        {hits.map((finding) => (
          <Judgement
            key={keyOf(finding)}
            finding={finding}
            names={replay.names}
            right={judged[keyOf(finding)]}
            onJudge={(right) => setJudged({ ...judged, [keyOf(finding)]: right })}
            go={go}
          />
        ))}
        <label>
          {t('quality.score')}
          <input
            type="number"
            min={0}
            max={100}
            inputMode="numeric"
            value={score}
            onInput={(event) => setScore(event.currentTarget.value)}
          />
        </label>
        <label>
          {t('quality.comment')}
          <textarea
            rows={4}
            maxLength={2_000}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button main" aria-disabled={told?.as === 'saving'}>
          {t(told?.as === 'saving' ? 'quality.saving' : 'quality.save')}
        </button>
        <p role="status">
          {told?.as === 'missing' && t('quality.judgeAll')}
          {told?.as === 'failed' && t('quality.notSaved')}
          {told?.as === 'saved' &&
            t('quality.saved', { counted: figures.count(told.counted ?? 0), score: figures.count(number) })}
        </p>
      </form>
      {/* What others found is seen by who has said what they found. */}
      {mine && <Earlier replay={replay} k={session.k} />}
    </section>
  );
}
