import { momentOf, wallAt } from '../shops/wall-clock.ts';

const DAY_MS = 86_400_000;

/** Midnights on the wall of the shop from a moment's day on, before `to`. */
export function daysOf(from: number, to: number, wall: Intl.DateTimeFormat): readonly number[] {
  const first = Math.floor(wallAt(from, wall) / DAY_MS) * DAY_MS;
  const days: number[] = [];
  for (let n = 0; ; n++) {
    const midnight = momentOf(first + n * DAY_MS, wall);
    if (midnight >= to && n > 0) return days;
    days.push(midnight);
  }
}
