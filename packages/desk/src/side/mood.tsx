import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { type MoodPoint, moodsOf, moodWord } from './findings.ts';
import { SideSection } from './section.tsx';

const WIDTH = 300;
const HEIGHT = 36;
/** Share of the height below which the lowest point is marked. */
const LOW = 0.6;

const place = (moods: readonly MoodPoint[]) =>
  moods.map(({ valence }, n) => ({
    x: 4 + ((WIDTH - 8) * n) / Math.max(1, moods.length - 1),
    y: 4 + ((HEIGHT - 8) * (1 - Math.min(1, Math.max(-1, valence)))) / 2,
  }));

function MoodLine({ moods, label }: { readonly moods: readonly MoodPoint[]; readonly label: string }) {
  const points = place(moods);
  const lowest = points.reduce((low, point) => (point.y > low.y ? point : low), points[0] ?? { x: 0, y: 0 });
  const last = points.at(-1) ?? lowest;
  return (
    <svg class="mood-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path class="mood-zero" d={`M4 ${HEIGHT / 2}H${WIDTH - 4}`} />
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      <circle class="mood-last" cx={last.x} cy={last.y} r="4" />
      {lowest.y > HEIGHT * LOW && <circle class="mood-low" cx={lowest.x} cy={lowest.y} r="4" />}
    </svg>
  );
}

/** How the shopper feels, from the words the bot heard. Nothing is shown while nobody has listened. */
export function Mood({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useDesk();
  const moods = moodsOf(conversation.messages.value);
  if (moods.length === 0) return null;
  const mood = t(`side.mood${moodWord(moods)}`);
  const words = [...new Set(moods.flatMap((point) => point.words))].slice(-6);
  return (
    <SideSection name="mood" title={t('side.mood')} fact={mood}>
      {moods.some(({ valence }) => valence !== 0) && moods.length > 1 && (
        <MoodLine moods={moods} label={t('side.moodLine', { n: moods.length, mood })} />
      )}
      {words.length > 0 && <p dir="auto">{t('side.moodWords', { words: words.join(', ') })}</p>}
    </SideSection>
  );
}
