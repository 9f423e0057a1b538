import { expect, test } from 'vitest';
import { readMapping } from '../src/shops/mapping.ts';
import { type OpeningHours, opensNext } from '../src/shops/opening-hours.ts';

const WEEK: OpeningHours = {
  mon: ['09:00-12:00', '13:00-18:00'],
  tue: ['09:00-18:00'],
  fri: ['09:00-24:00'],
};

/** In the clock of Shanghai, which is eight hours ahead all year. November 23, 2026 is a Monday. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute);
const next = (day: number, hour: number, minute = 0) => {
  const opens = opensNext(WEEK, 'Asia/Shanghai', at(day, hour, minute));
  return opens === undefined ? 'open' : new Date(opens + 8 * 3_600_000).toISOString().slice(8, 16);
};

test('opens at the next range: before, in the break, over night, over days off and over the week', () => {
  expect([next(23, 8), next(23, 12), next(23, 18), next(24, 18), next(28, 10), next(28, 23, 59)]).toEqual([
    '23T09:00',
    '23T13:00',
    '24T09:00',
    '27T09:00',
    '30T09:00',
    '30T09:00',
  ]);
  expect([next(23, 9), next(23, 17, 59), next(27, 23, 59)]).toEqual(['open', 'open', 'open']);
  expect(opensNext({}, 'Asia/Shanghai', at(23, 8))).toBeUndefined();
});

test('keeps to the clock on the wall when that is changed', () => {
  // On March 29, 2026 Berlin goes from UTC+1 to UTC+2.
  const hours: OpeningHours = { sat: ['09:00-10:00'], sun: ['09:00-10:00'] };
  expect(opensNext(hours, 'Europe/Berlin', Date.UTC(2026, 2, 28, 0))).toBe(Date.UTC(2026, 2, 28, 8));
  expect(opensNext(hours, 'Europe/Berlin', Date.UTC(2026, 2, 28, 12))).toBe(Date.UTC(2026, 2, 29, 7));
});

test('a mapping says what is wrong with its hours', () => {
  const read = (hours: unknown) =>
    readMapping(
      JSON.stringify({ shop: { id: 'a', name: 'A', locales: ['en'], currency: 'CNY', hours } }),
      'mapping.json',
    );
  expect(read(WEEK).shop.hours).toEqual(WEEK);
  expect(() => read({ mon: ['9-18'] })).toThrow('write ranges such as "09:00-18:00"');
  expect(() => read({ mon: ['18:00-09:00'] })).toThrow('write ranges such as "09:00-18:00"');
  expect(() => read({ monday: [] })).toThrow('shop.hours');
});
