import { civilDay, dayNumber, readIsoDay } from './civil-day.ts';

const ZH_DAYS = '日一二三四五六';
const EN_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const EN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EN_MONTH = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of )?)?\\b(${EN_MONTHS.join('|')})[a-z]*\\.?(?:\\s*(\\d{1,2}))?`,
);
const EN_DAY = new RegExp(`(next )?\\b(${EN_DAYS.join('|')})(?:day|sday|nesday|rsday|urday|s|rs)?\\b`);

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/大后天/, 3],
  [/后天|后日|day after tomorrow/, 2],
  [/明天|明日|明儿|\btomorrow\b|\btmrw\b/, 1],
  [/今天|今日|今儿|\btoday\b/, 0],
];

/** The day that it is in a time zone, as its number. */
export function today(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return readIsoDay(format.format(at)) ?? Math.floor(at / 86_400_000);
}

/** A month and a day: this year's, or next year's when that is past. Undefined for the 30th of February. */
function inYear(now: number, month: number, day: number, year?: number): number | undefined {
  const of = (one: number): number | undefined => {
    const number = dayNumber({ year: one, month, day });
    const real = civilDay(number);
    return real.month === month && real.day === day ? number : undefined;
  };
  if (year !== undefined) return of(year);
  const here = of(civilDay(now).year);
  return here !== undefined && here < now ? of(civilDay(now).year + 1) : here;
}

/** A date with its month: 11月25日, 25/11 is not among them, 2026-11-25, nov 25, 25th of november. */
function dated(text: string, now: number): number | 'wrong' | undefined {
  const full = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text);
  if (full) return inYear(now, Number(full[2]), Number(full[3]), Number(full[1])) ?? 'wrong';
  const short = /(?<!\d)(\d{1,2})(?:月|[-/])(\d{1,2})(?!\d)/.exec(text);
  if (short) return inYear(now, Number(short[1]), Number(short[2])) ?? 'wrong';
  const named = EN_MONTH.exec(text);
  const day = named?.[1] ?? named?.[3];
  return named && day ? (inYear(now, EN_MONTHS.indexOf(named[2] ?? '') + 1, Number(day)) ?? 'wrong') : undefined;
}

/**
 * A day as a shopper names it, from now on: 明天, 下周三, 11月25日, 2026-11-25, tomorrow, next monday, nov 25. As its day
 * number; undefined when none is named, or when there is no such day.
 */
export function readDay(text: string, at: number, timeZone: string): number | undefined {
  const now = today(at, timeZone);
  const found = dated(text, now);
  if (found !== undefined) return found === 'wrong' ? undefined : found;
  const word = WORDS.find(([shape]) => shape.test(text));
  if (word) return now + word[1];
  const zh = /(下+)?个?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text);
  const en = EN_DAY.exec(text);
  const day = zh ? ZH_DAYS.indexOf((zh[2] ?? '').replace('天', '日')) : en ? EN_DAYS.indexOf(en[2] ?? '') : -1;
  if (day < 0) return undefined;
  // 1 January 1970 was a Thursday.
  const weekday = (((now + 4) % 7) + 7) % 7;
  // 下周三 is the one of next week, which begins on Monday.
  if (zh?.[1]) return now - ((weekday + 6) % 7) + 7 * zh[1].length + ((day + 6) % 7);
  return now + ((day - weekday + 7) % 7 || (en?.[1] ? 7 : 0));
}
