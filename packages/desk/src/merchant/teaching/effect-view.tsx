import { decisionWords } from '../../conversation/trace-chip.tsx';
import { useDesk } from '../../desk-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { percent, points } from '../percent.ts';
import type { Effect, Outcome, ReplayFigures, Shift } from './effect.ts';
import { openTalk } from './open-talk.ts';
import type { Teaching } from './teaching.ts';

/** Messages of a list that are shown. */
const MOST_SHOWN = 20;

/** Figures of which more is better, and figures of which less is. */
const FIGURES = [
  { name: 'precision', better: 1 },
  { name: 'answered', better: 1 },
  { name: 'top3', better: 1 },
  { name: 'wronglyKept', better: -1 },
  { name: 'wronglyHandedOver', better: -1 },
] as const;

/** So little is no difference. */
const LEAST = 0.0005;

function Change({ by, better }: { readonly by: number; readonly better: 1 | -1 }) {
  const { desk, t } = useDesk();
  if (Math.abs(by) < LEAST) return <>{t('effect.same')}</>;
  const good = by * better > 0;
  return (
    <span class={good ? 'change good' : 'change bad'}>
      {points(by, desk.locale.value)} {t(good ? 'effect.better' : 'effect.worse')}
    </span>
  );
}

/** Five figures before and after. `precision` leaves out what the change itself teaches. */
export function FiguresTable(props: {
  readonly before: ReplayFigures;
  readonly after: ReplayFigures;
  readonly precision: Effect['precision'];
}) {
  const { before, after, precision } = props;
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  return (
    <table class="effect-figures">
      <caption class="sr">{t('effect.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('effect.figure')}</th>
          <th scope="col">{t('effect.before')}</th>
          <th scope="col">{t('effect.after')}</th>
          <th scope="col">{t('effect.change')}</th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(({ name, better }) => {
          const [then, now] = name === 'precision' ? [precision.before, precision.after] : [before[name], after[name]];
          return (
            <tr key={name}>
              <th scope="row">{t(`effect.${name}`)}</th>
              <td>{percent(then, locale)}</td>
              <td>{percent(now, locale)}</td>
              <td>{then === null || now === null ? '–' : <Change by={now - then} better={better} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Shifts(props: {
  readonly title: string;
  readonly icon: 'check' | 'alert';
  readonly shifts: readonly Shift[];
  readonly teaching: Teaching;
}) {
  const { title, icon, shifts, teaching } = props;
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const words = ({ did, given }: Outcome): string => {
    if (did === 'answered' && given !== undefined && !given.includes(':'))
      return t('effect.did.answered', { answer: teaching.titleOf(given, locale) });
    // What is no answer of the shop is told by what it was: `search:teapot`.
    if (did === 'answered') return decisionWords(given?.split(':')[0] ?? 'answer', t);
    if (did === 'offered' || did === 'unknown' || did === 'person') return t(`effect.did.${did}`);
    return t('effect.did.talk');
  };
  if (shifts.length === 0) return null;
  return (
    <section class="shifts">
      <h3>
        <Icon name={icon} /> {title}
      </h3>
      <ul>
        {shifts.slice(0, MOST_SHOWN).map((shift) => (
          <li key={`${shift.conversation}:${shift.text}`}>
            <p dir="auto">
              “{shift.text}”{shift.own && <span class="tag">{t('effect.own')}</span>}
            </p>
            <p class="shift-how" dir="auto">
              {t('effect.shift', { before: words(shift.before), after: words(shift.after) })}
            </p>
            {shift.conversation && (
              <button
                type="button"
                class="link"
                onClick={() => {
                  teaching.reviewing.value = false;
                  openTalk(desk, shift.conversation ?? '');
                }}
              >
                {t('teach.openTalk')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shifts.length > MOST_SHOWN && <p class="shop-hint">{t('effect.more', { n: shifts.length - MOST_SHOWN })}</p>}
    </section>
  );
}

/** What changes would do, tried on the newest messages. */
export function EffectView({ effect, teaching }: { readonly effect: Effect; readonly teaching: Teaching }) {
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const { before, after, precision, won, broke, refused } = effect;
  return (
    <div class="effect">
      {refused && (
        <p class="shop-warn" role="alert">
          <Icon name="alert" />
          {t('effect.refused', { before: percent(precision.before, locale), after: percent(precision.after, locale) })}
        </p>
      )}
      {after.rows === 0 ? (
        <p class="shop-hint">{t('effect.nothing')}</p>
      ) : (
        <>
          <p class="shop-hint">{t('effect.tried', { n: after.rows })}</p>
          <FiguresTable before={before} after={after} precision={precision} />
          <p class="effect-counts">
            {t('effect.won', { n: won.length })}{' '}
            {t(broke.length === 0 ? 'effect.breaksNothing' : 'effect.broke', { n: broke.length })}
          </p>
        </>
      )}
      <Shifts title={t('effect.broke.title')} icon="alert" shifts={broke} teaching={teaching} />
      <Shifts title={t('effect.won.title')} icon="check" shifts={won} teaching={teaching} />
    </div>
  );
}
