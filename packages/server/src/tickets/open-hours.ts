import { DAYS, type OpeningHours } from '../shops/opening-hours.ts';
import { clockOf, momentOf, wallAt } from '../shops/wall-clock.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** No promise reaches further than this. */
const MOST_DAYS = 400;
/** Days that are remembered. */
const MOST_HELD = 2_000;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The clock by which tickets are due: it runs while the desk is open. Times in milliseconds. */
export interface OpenHours {
  /** The moment at which so much open time has gone by since `from`. */
  add(from: number, openMs: number): number;
  /** How much open time lies between two moments. */
  between(from: number, to: number): number;
}

/** Without hours the desk is always open. */
export function createOpenHours(hours: OpeningHours | undefined, timeZone: string): OpenHours {
  if (!hours || DAYS.every((day) => (hours[day] ?? []).length === 0))
    return { add: (from, openMs) => from + openMs, between: (from, to) => Math.max(0, to - from) };
  const wall = clockOf(timeZone);

  /** What is open on a day, by its midnight on the wall: the same days are asked for again and again. */
  const days = new Map<number, readonly (readonly [start: number, end: number])[]>();
  function openOn(midnight: number): readonly (readonly [start: number, end: number])[] {
    const known = days.get(midnight);
    if (known) return known;
    const name = DAYS[new Date(midnight).getUTCDay()];
    const at = (clock: string) => momentOf(midnight + minutesOf(clock) * MINUTE_MS, wall);
    const open = [...((name && hours?.[name]) ?? [])].sort().map((range) => {
      const [start = '', end = ''] = range.split('-');
      return [at(start), at(end)] as const;
    });
    if (days.size >= MOST_HELD) days.clear();
    days.set(midnight, open);
    return open;
  }

  /** Open stretches from a moment on, in order. */
  function* stretches(from: number): Generator<readonly [start: number, end: number]> {
    const today = Math.floor(wallAt(from, wall) / DAY_MS) * DAY_MS;
    for (let n = 0; n < MOST_DAYS; n++)
      for (const [start, end] of openOn(today + n * DAY_MS)) if (end > from) yield [Math.max(from, start), end];
  }

  return {
    add(from, openMs) {
      let left = openMs;
      for (const [start, end] of stretches(from)) {
        if (end - start >= left) return start + left;
        left -= end - start;
      }
      return from + MOST_DAYS * DAY_MS;
    },
    between(from, to) {
      let sum = 0;
      for (const [start, end] of stretches(from)) {
        if (start >= to) break;
        sum += Math.min(end, to) - start;
      }
      return sum;
    },
  };
}
