import { type Talk, talksOf } from './bars.ts';
import { type Counted, dayOf, perDay, type Span } from './counted.ts';

/** Anger from here on, 0 … 1: as the desk says «angry». */
const ANGRY = 0.6;
const UPSET = 0.3;
/** Valence from here on, −1 … 1. */
const GLAD = 0.3;

/** The strongest feeling of a session. */
export type Feeling = 'angry' | 'upset' | 'calm' | 'glad';

/** How shoppers felt. */
export interface Emotion {
  /** Sessions in which the bot heard words of the shopper. */
  readonly of: number;
  readonly angry: number;
  readonly upset: number;
  readonly calm: number;
  readonly glad: number;
  /** Of the angry and the upset: those who ended no worse than neutral. */
  readonly calmed: number;
  readonly byDay: readonly Readonly<Record<Feeling, number>>[];
  readonly talks: readonly Talk[];
}

const feelingOf = ({ anger, low, last }: NonNullable<Counted['session']['mood']>): Feeling => {
  if (anger >= ANGRY) return 'angry';
  if (anger >= UPSET || low <= -GLAD) return 'upset';
  return last >= GLAD ? 'glad' : 'calm';
};

/**
 * **Emotion** = sessions by the strongest feeling that the bot heard: angry, upset (or clearly negative), glad at the end,
 * else calm. It listens only while it serves. **Calmed** = angry or upset sessions whose last words were not negative.
 */
export function emotion(rows: readonly Counted[], span: Span): Emotion {
  const none = () => ({ angry: 0, upset: 0, calm: 0, glad: 0 });
  const [sums, byDay] = [none(), perDay(span, none)];
  const angry: Counted[] = [];
  let [of, calmed] = [0, 0];
  for (const row of rows) {
    const { mood, start } = row.session;
    if (!mood) continue;
    const feeling = feelingOf(mood);
    of += 1;
    sums[feeling] += 1;
    const day = byDay[dayOf(span, start)];
    if (day) day[feeling] += 1;
    if ((feeling === 'angry' || feeling === 'upset') && mood.last >= 0) calmed += 1;
    if (feeling === 'angry') angry.push(row);
  }
  return { of, ...sums, calmed, byDay, talks: talksOf(angry) };
}
