import { clockOf, momentOf, wallAt } from './wall-clock.ts';

/** Days as the mapping names them, Sunday first as in `Date`. */
export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** When people are at the desk: ranges such as `09:00-18:00` by day. A day that is left out is a day off. */
export type OpeningHours = Readonly<Partial<Record<(typeof DAYS)[number], readonly string[] | undefined>>>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * When the desk opens next, milliseconds since 1970. Undefined while it is open, and where it never opens.
 */
export function opensNext(hours: OpeningHours, timeZone: string, now: number): number | undefined {
  const format = clockOf(timeZone);
  const today = Math.floor(wallAt(now, format) / DAY_MS) * DAY_MS;
  let next: number | undefined;
  // A week on, the same day comes again.
  for (let n = 0; n <= 7; n++) {
    const midnight = today + n * DAY_MS;
    const name = DAYS[new Date(midnight).getUTCDay()];
    for (const range of (name && hours[name]) ?? []) {
      const [from = '', to = ''] = range.split('-');
      const start = momentOf(midnight + minutesOf(from) * MINUTE_MS, format);
      const end = momentOf(midnight + minutesOf(to) * MINUTE_MS, format);
      if (start <= now && now < end) return undefined;
      if (start > now) next = Math.min(next ?? start, start);
    }
    if (next !== undefined) return next;
  }
  return next;
}
