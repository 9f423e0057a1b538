import { clockOf, momentOf, wallAt } from '../shops/wall-clock.ts';

const DAY_MS = 86_400_000;

/** A week of the shop, from Monday on. */
export interface Week {
  /** Its Monday, `2026-11-16`. */
  readonly day: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The week that a day is in; of today where none is named, and undefined for what is no day. */
export function weekOf(named: string | null, now: number, timeZone: string): Week | undefined {
  const clock = clockOf(timeZone);
  const wall =
    named === null
      ? wallAt(now, clock)
      : /^\d{4}-\d\d-\d\d$/.test(named)
        ? Date.parse(`${named}T00:00:00Z`)
        : Number.NaN;
  if (Number.isNaN(wall)) return undefined;
  const midnight = wall - (wall % DAY_MS);
  const monday = midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * DAY_MS;
  return {
    day: new Date(monday).toISOString().slice(0, 10),
    from: momentOf(monday, clock),
    to: momentOf(monday + 7 * DAY_MS, clock),
  };
}
