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

test('a day with hours of its own is open or off by them, also a row of days off, and where no week is named', () => {
  const when = (hours: OpeningHours, day: number, hour: number) => {
    const opens = opensNext(hours, 'Asia/Shanghai', at(day, hour));
    return opens === undefined ? 'open' : new Date(opens + 8 * 3_600_000).toISOString().slice(5, 16);
  };
  const off: OpeningHours = { ...WEEK, dates: { '2026-11-23': [], '2026-11-24': ['12:00-13:00'] } };
  expect([when(off, 23, 10), when(off, 24, 10), when(off, 24, 12), when(off, 24, 14)]).toEqual([
    '11-24T12:00',
    '11-24T12:00',
    'open',
    '11-27T09:00',
  ]);
  // Nine days off: longer than the week in which every day comes again.
  const long = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`2026-11-${23 + n > 30 ? '30' : 23 + n}`, []]));
  expect(when({ ...WEEK, dates: { ...long, '2026-12-01': [] } }, 23, 10)).toBe('12-04T09:00');
  // Without a week, every other day is open.
  expect([when({ dates: { '2026-11-23': [] } }, 23, 10), when({ dates: { '2026-11-23': [] } }, 24, 3)]).toEqual([
    '11-24T00:00',
    'open',
  ]);
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
  expect(read({ ...WEEK, dates: { '2026-10-01': [] } }).shop.hours?.dates).toEqual({ '2026-10-01': [] });
  expect(() => read({ dates: { '2026-02-30': [] } })).toThrow('there is no such day');
  expect(() => read({ dates: { tomorrow: [] } })).toThrow('write dates such as "2026-10-01"');
  expect(() => read({ monday: [] })).toThrow('shop.hours');
});
