import { dayOf, daysOn } from '../settings/day-names.ts';
import type { Dates, Day, Ranges, Week } from '../settings/setting.ts';

/** One of the days to come. */
export interface ShownDay {
  readonly date: string;
  readonly day: Day;
  readonly ranges: Ranges;
  /** It has hours of its own. */
  readonly own: boolean;
}

const ALL_DAY: Ranges = ['00:00-24:00'];

/** The date in a time zone. */
export const dateIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/** The time on the wall of a zone: `09:05`. */
const clockIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);

/** Whether nothing is said of any hour: then the desk is always open. */
const saysNothing = (week: Week, dates: Dates): boolean =>
  Object.keys(dates).length === 0 && Object.values(week).every((ranges) => ranges.length === 0);

/** Today and the days after it, as the server will have them. */
export function nextDays(week: Week, dates: Dates, today: string, count = 7): readonly ShownDay[] {
  const weekly = Object.values(week).some((ranges) => ranges.length > 0);
  return Array.from({ length: count }, (_, n) => {
    const date = daysOn(today, n);
    const day = dayOf(date);
    const own = dates[date];
    return { date, day, ranges: own ?? (weekly ? (week[day] ?? []) : ALL_DAY), own: own !== undefined };
  });
}

/** How it stands: open, by when it is not any more, or when it opens next. Undefined where it is always open, or never. */
export function standing(
  week: Week,
  dates: Dates,
  timeZone: string,
  now: number,
): { readonly open: boolean; readonly date: string; readonly clock: string } | undefined {
  if (saysNothing(week, dates)) return undefined;
  const today = dateIn(timeZone, now);
  const clock = clockIn(timeZone, now);
  for (const { date, ranges } of nextDays(week, dates, today, 400)) {
    const sorted = [...ranges].sort();
    const at = date === today ? clock : '';
    const open = sorted.find((range) => range.slice(0, 5) <= at && at < range.slice(6));
    if (open) return { open: true, date, clock: open.slice(6) };
    const next = sorted.find((range) => range.slice(0, 5) > at);
    if (next) return { open: false, date, clock: next.slice(0, 5) };
  }
  return undefined;
}
