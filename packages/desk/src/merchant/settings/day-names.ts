import { DAYS, type Day } from './setting.ts';

/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const DAY_MS = 86_400_000;

/** A day of the week in a language. */
export const dayName = (day: Day, locale: string, length: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(MONDAY + DAYS.indexOf(day) * DAY_MS);

/** `2026-10-01` in a language, with its day of the week; what is no date stays as it is. */
export function dateName(date: string, locale: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return date;
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(at);
}

/** The day after `by` days. */
export const daysOn = (date: string, by: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

/** The day of the week of a date. */
export const dayOf = (date: string): Day =>
  DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + DAYS.length - 1) % DAYS.length] ?? 'mon';
