import { isAlwaysOpen, type OpeningHours, openOn } from '../shops/opening-hours.ts';
import { clockOf, wallAt } from '../shops/wall-clock.ts';

const DAY_MS = 86_400_000;
/** No promise reaches further than this. */
const MOST_DAYS = 400;
/** Days that are remembered. */
const MOST_HELD = 2_000;

/** The clock by which tickets are due: it runs while the desk is open. Times in milliseconds. */
export interface OpenHours {
  /** The moment at which so much open time has gone by since `from`. */
  add(from: number, openMs: number): number;
  /** How much open time lies between two moments. */
  between(from: number, to: number): number;
}

/** Without hours the desk is always open. */
export function createOpenHours(hours: OpeningHours | undefined, timeZone: string): OpenHours {
  if (!hours || isAlwaysOpen(hours))
    return { add: (from, openMs) => from + openMs, between: (from, to) => Math.max(0, to - from) };
  const wall = clockOf(timeZone);

  /** What is open on a day, by its midnight on the wall: the same days are asked for again and again. */
  const days = new Map<number, readonly (readonly [start: number, end: number])[]>();
  function openAt(midnight: number): readonly (readonly [start: number, end: number])[] {
    const known = days.get(midnight);
    if (known) return known;
    const open = hours ? openOn(hours, midnight, wall) : [];
    if (days.size >= MOST_HELD) days.clear();
    days.set(midnight, open);
    return open;
  }

  /** Open stretches from a moment on, in order. */
  function* stretches(from: number): Generator<readonly [start: number, end: number]> {
    const today = Math.floor(wallAt(from, wall) / DAY_MS) * DAY_MS;
    for (let n = 0; n < MOST_DAYS; n++)
      for (const [start, end] of openAt(today + n * DAY_MS)) if (end > from) yield [Math.max(from, start), end];
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

/** The clock by the hours as they are whenever it is asked. */
export function createPresentHours(
  now: () => { readonly hours: OpeningHours | undefined; readonly timeZone: string },
): OpenHours {
  let held: { readonly of: OpeningHours | undefined; readonly in: string; readonly open: OpenHours } | undefined;
  const present = (): OpenHours => {
    const { hours, timeZone } = now();
    if (held?.of !== hours || held?.in !== timeZone)
      held = { of: hours, in: timeZone, open: createOpenHours(hours, timeZone) };
    return held.open;
  };
  return {
    add: (from, openMs) => present().add(from, openMs),
    between: (from, to) => present().between(from, to),
  };
}
