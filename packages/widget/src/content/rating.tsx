import type { RatingBody } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import type { StringKey } from '../locales/strings.ts';
import { Button } from './button.tsx';
import type { CardContext } from './card-context.ts';
import { CHECK, STAR } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { part } from './part.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

const SCORES = [1, 2, 3, 4, 5] as const;
type Score = (typeof SCORES)[number];

/** Five stars: radio buttons, whose words stand below as well. */
function Stars(props: {
  readonly score: number;
  readonly name: string;
  readonly label: string;
  readonly context: CardContext;
  readonly onScore: (score: Score) => void;
}) {
  const { t } = props.context;
  return (
    <div class="c-stars" role="radiogroup" aria-label={props.label}>
      {SCORES.map((score) => (
        <label class="c-star" key={score} data-on={score <= props.score}>
          <input
            type="radio"
            class="c-hidden"
            name={props.name}
            aria-label={t('rating.star', { n: score, word: t(`rating.${score}`) })}
            checked={score === props.score}
            onChange={() => props.onScore(score)}
          />
          <Icon path={STAR} />
        </label>
      ))}
    </div>
  );
}

/** What may have stood out, for high scores and for low ones. */
const REASONS: Readonly<Record<'high' | 'low', readonly StringKey[]>> = {
  high: ['rating.quick', 'rating.friendly', 'rating.solved'],
  low: ['rating.slow', 'rating.unclear', 'rating.unsolved'],
};

/** Reasons as chips that can be switched on and off. */
function Reasons(props: {
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly label: string;
  readonly onToggle: (reason: string) => void;
}) {
  return (
    <fieldset class="c-chips" aria-label={props.label}>
      {props.offered.map((reason) => {
        const on = props.chosen.includes(reason);
        return (
          <button
            type="button"
            part="chip"
            class="c-chip"
            key={reason}
            data-state={on ? 'chosen' : 'open'}
            aria-pressed={on}
            onClick={() => props.onToggle(reason)}
          >
            {on && <Icon path={CHECK} />}
            {reason}
          </button>
        );
      })}
    </fieldset>
  );
}

function Ask(props: RendererProps<RatingBody> & { readonly onDone?: (() => void) | undefined }) {
  const { item, body, context } = props;
  const { t } = context;
  const [{ busy, done, refused }, run] = useAction(context, item);
  const [score, setScore] = useState<Score | 0>((body.score ?? 0) as Score | 0);
  const [reasons, setReasons] = useState<readonly string[]>(body.reasons ?? []);
  const [later, setLater] = useState(false);
  if (later) return <p class="c-line">{t('rating.skipped')}</p>;
  const name = item.from.role === 'agent' ? item.from.name : undefined;
  const question = name ? t('rating.askName', { name }) : t('rating.ask');
  if (done && score) return <p class="c-line">{t('rating.given', { n: score })}</p>;
  const offered = REASONS[score > 3 ? 'high' : 'low'].map((key) => t(key));
  const toggle = (reason: string) =>
    setReasons(reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason]);
  const send = async () => {
    if (!score) return;
    const given = reasons.filter((reason) => offered.includes(reason));
    const rated = { state: 'given', score, ...(given.length > 0 ? { reasons: given } : {}) } as const;
    const outcome = await run('send', { do: 'send', op: { kind: 'rating', body: rated } });
    if (outcome.ok) props.onDone?.();
  };
  return (
    <article class="c-card c-pad" part="card" aria-label={question}>
      <p class="c-action">{question}</p>
      <Stars score={score} name={`${item.key} score`} label={question} context={context} onScore={setScore} />
      <p class="c-detail">{score ? t('rating.star', { n: score, word: t(`rating.${score}`) }) : '\u00a0'}</p>
      {score > 0 && <Reasons offered={offered} chosen={reasons} label={t('rating.why')} onToggle={toggle} />}
      <div class="c-actions">
        <Button onPress={() => (props.onDone ? props.onDone() : setLater(true))}>{t('rating.later')}</Button>
        <Button main off={score === 0} busy={busy !== undefined} onPress={() => void send()}>
          {t('rating.send')}
        </Button>
      </div>
      <Refusal text={refused === '' ? t('card.failed') : refused} />
    </article>
  );
}

/** How was it? Asked with five stars; given, it can be changed as long as it is the newest. */
export const Rating = part(function Rating({ item, body, context }: RendererProps<RatingBody>) {
  const { t } = context;
  const [changing, setChanging] = useState(false);
  const latest = context.isLatest(item);
  if (body.state === 'asked') {
    return latest && item.answer === undefined ? (
      <Ask item={item} body={body} context={context} />
    ) : (
      <p class="c-line">{t('rating.ask')}</p>
    );
  }
  if (changing) return <Ask item={item} body={body} context={context} onDone={() => setChanging(false)} />;
  const n = body.score ?? 0;
  return (
    <section class="c-card c-pad c-row c-middle c-given" part="card">
      <p class="c-fill">
        <b class="c-action">{t(context.reader === 'desk' ? 'rating.givenDesk' : 'rating.given', { n })}</b>
        {(body.comment || body.reasons) && (
          <span class="c-sub" dir="auto">
            {body.comment ?? body.reasons?.join(t('card.and'))}
          </span>
        )}
      </p>
      {latest && context.reader === 'shopper' && (
        <button type="button" class="c-link" onClick={() => setChanging(true)}>
          {t('rating.change')}
        </button>
      )}
    </section>
  );
});
