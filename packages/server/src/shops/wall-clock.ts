const DAY_MS = 86_400_000;

/** What a clock on the wall of a time zone shows; see {@link wallAt}. */
export const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

/** What the clock on the wall shows, as if it were UTC. */
export function wallAt(at: number, clock: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The moment at which the wall shows this; the offset is looked up twice, as it may change in between. */
export function momentOf(wall: number, clock: Intl.DateTimeFormat): number {
  const near = wall - (wallAt(wall, clock) - wall);
  return wall - (wallAt(near, clock) - near);
}

/**
 * A moment as a merchant writes it: a day, a day with a time on the wall of the shop, or an ISO time with its offset.
 * With `whole` a day alone is its end, so that «until 30 November» has that day in it. Undefined for what is no date.
 */
export function readMoment(text: string, timeZone: string, whole: boolean): number | undefined {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, offset] = match;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const wall = Date.UTC(y, m - 1, d, Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCMonth() !== m - 1 || Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59) return undefined;
  if (offset !== undefined) return Date.parse(text.trim().replace(' ', 'T').replaceAll('/', '-'));
  return momentOf(hour === undefined && whole ? wall + DAY_MS : wall, clockOf(timeZone));
}
