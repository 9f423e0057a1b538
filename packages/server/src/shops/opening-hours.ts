import { clockOf, momentOf, wallAt } from './wall-clock.ts';

/** Days as the mapping names them, Sunday first as in `Date`. */
export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

type Ranges = readonly string[];

/**
 * When people are at the desk: ranges such as `09:00-18:00` by day of the week, and by date where a day has its own. A
 * day that is left out is a day off; where no day of the week is named at all, every day but those of `dates` is open.
 */
export type OpeningHours = Readonly<Partial<Record<(typeof DAYS)[number], Ranges | undefined>>> & {
  /** `2026-10-01` with its ranges; none for a day off. */
  readonly dates?: Readonly<Record<string, Ranges>> | undefined;
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const ALL_DAY: Ranges = ['00:00-24:00'];

/** A week on, the same day comes again; days off in a row can be more. */
const MOST_DAYS = 400;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether they name no hour in any week, so that the desk is open on every day that has no hours of its own. */
const hasNoWeek = (hours: OpeningHours): boolean => DAYS.every((day) => (hours[day] ?? []).length === 0);

/** Whether hours never close the desk. */
export const isAlwaysOpen = (hours: OpeningHours | undefined): boolean =>
  !hours || (hasNoWeek(hours) && Object.keys(hours.dates ?? {}).length === 0);

/** When the desk is open on a day, by its midnight on the wall as if that were UTC: moments, in order. */
export function openOn(
  hours: OpeningHours,
  midnight: number,
  clock: Intl.DateTimeFormat,
): readonly (readonly [start: number, end: number])[] {
  const day = new Date(midnight);
  const own = hours.dates?.[day.toISOString().slice(0, 10)];
  const name = DAYS[day.getUTCDay()];
  const ranges = own ?? (hours.dates && hasNoWeek(hours) ? ALL_DAY : ((name && hours[name]) ?? []));
  const at = (text: string) => momentOf(midnight + minutesOf(text) * MINUTE_MS, clock);
  return [...ranges].sort().map((range) => {
    const [from = '', to = ''] = range.split('-');
    return [at(from), at(to)] as const;
  });
}

/**
 * When the desk opens next, milliseconds since 1970. Undefined while it is open, and where it never opens.
 */
export function opensNext(hours: OpeningHours, timeZone: string, now: number): number | undefined {
  if (isAlwaysOpen(hours)) return undefined;
  const clock = clockOf(timeZone);
  const today = Math.floor(wallAt(now, clock) / DAY_MS) * DAY_MS;
  for (let n = 0; n <= MOST_DAYS; n++) {
    const open = openOn(hours, today + n * DAY_MS, clock);
    if (open.some(([start, end]) => start <= now && now < end)) return undefined;
    const next = open.find(([start]) => start > now);
    if (next) return next[0];
    if (n === 7 && !hours.dates) return undefined;
  }
  return undefined;
}
