import { expect, test } from 'vitest';
import type { Language } from '../src/index.ts';
import { normalise } from '../src/text/normalise.ts';
import { civilDay, dayNumber, isoDay, readIsoDay } from '../src/understanding/slots/civil-day.ts';
import { readDay } from '../src/understanding/slots/day.ts';
import { readMeasures } from '../src/understanding/slots/measure.ts';

const both = (text: string, lang: Language) => {
  const found = readMeasures(normalise(text).text, ['cm', 'kg'], lang);
  const of = (unit: 'cm' | 'kg') => found.find((one) => one.unit === unit)?.value;
  return [of('cm'), of('kg')];
};

test.each<[Language, string, number | undefined, number | undefined]>([
  ['zh-CN', '175 130', 175, 65],
  ['zh-CN', '130，175', 175, 65],
  ['zh-CN', '身高1米75体重65公斤', 175, 65],
  ['zh-CN', '一米七五，一百三十斤', 175, 65],
  ['zh-CN', '1.6m 98斤', 160, 49],
  ['zh-CN', '168cm 52', 168, 52],
  ['zh-CN', '一米八', 180, undefined],
  ['en', `5'9" 150 lb`, 175, 68],
  ['en', '5 ft 9 in, 150 pounds', 175, 68],
  ['en', "i'm 172 and 80", 172, 80],
  ['en', '11 stone 4 and 180cm', 180, 71.7],
  ['en', '180cm', 180, undefined],
  ['en', 'size 42 please', undefined, 42],
  ['en', 'no idea', undefined, undefined],
])('%s %s', (lang, text, cm, kg) => {
  expect(both(text, lang)).toEqual([cm, kg]);
});

test('a bare number counts only for a unit that is asked for', () => {
  expect(readMeasures('175', [], 'zh-CN')).toEqual([]);
  expect(readMeasures('95', ['cm'], 'zh-CN')).toEqual([{ unit: 'cm', value: 95 }]);
});

/** Saturday, 21 November 2026, 20:00 in Shanghai: it is still that day in UTC. */
const NOW = dayNumber({ year: 2026, month: 11, day: 21 }) * 86_400_000 + 12 * 3_600_000;
const day = (text: string, zone = 'Asia/Shanghai', at = NOW) => {
  const found = readDay(normalise(text).text, at, zone);
  return found === undefined ? undefined : isoDay(found);
};

test.each([
  ['今天', '2026-11-21'],
  ['明天下午', '2026-11-22'],
  ['大后天', '2026-11-24'],
  ['周六', '2026-11-21'],
  ['周日', '2026-11-22'],
  ['下周三', '2026-11-25'],
  ['下下周一', '2026-11-30'],
  ['11月25日', '2026-11-25'],
  ['1月3号', '2027-01-03'],
  ['2026-12-01', '2026-12-01'],
  ['tomorrow', '2026-11-22'],
  ['next saturday', '2026-11-28'],
  ['on tuesday', '2026-11-24'],
  ['25 November', '2026-11-25'],
  ['Dec 3rd', '2026-12-03'],
  ['2月30日', undefined],
  ['随便哪天', undefined],
  ['the sunny one', undefined],
])('%s is %s', (text, expected) => {
  expect(day(text)).toBe(expected);
});

test('today is the day of the shop, not of UTC', () => {
  const late = NOW + 6 * 3_600_000;
  expect([day('今天', 'Asia/Shanghai', late), day('今天', 'UTC', late)]).toEqual(['2026-11-22', '2026-11-21']);
});

test('days of the calendar by their numbers, over four hundred years and back', () => {
  for (let n = -60_000; n < 90_000; n += 97) expect(dayNumber(civilDay(n))).toBe(n);
  expect([readIsoDay('1970-01-01'), readIsoDay('2024-02-29'), readIsoDay('2023-02-29')]).toEqual([
    0,
    19_782,
    undefined,
  ]);
});
