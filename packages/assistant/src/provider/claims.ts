import { NUMBER, readNumeral } from '../understanding/slots/numeral.ts';
import { unitAt } from './words/units.ts';

/** What kind of thing a claim is: for the trace of what was wrong with a sentence. */
export type ClaimKind = 'price' | 'number' | 'date' | 'size' | 'link';

/** Something in a text that is right or wrong, in one form whatever way it is written. */
export interface Claim {
  readonly kind: ClaimKind;
  /** `price:¥:88`, `number:7:day`, `range:3-5:day`, `date:11-22`, `weekday:5`, `size:xl`. */
  readonly key: string;
  /** Where it stands. */
  readonly at: number;
}

const SIGNS: readonly (readonly [sign: string, words: RegExp])[] = [
  ['¥', /^(?:[¥￥]|元|块钱?|圆|人民币|rmb|cny|yuan|円|日元|jpy|yen)$/i],
  ['$', /^(?:[$＄]|us\$|hk\$|usd|dollars?|bucks?|美元|美金|刀)$/i],
  ['€', /^(?:€|eur|euros?|欧元)$/i],
  ['£', /^(?:£|gbp|quid|英镑)$/i],
];
const signOf = (text: string): string => SIGNS.find(([, words]) => words.test(text.trim()))?.[0] ?? text.trim();

const AMOUNT = String.raw`\d[\d,]*(?:\.\d+)?\s?[千万k]?`;
const BEFORE = new RegExp(String.raw`(us\$|hk\$|[¥￥$＄€£]|rmb|cny|usd|eur|gbp)\s?(${AMOUNT})(?![\d.]*\d)`, 'gi');
const AFTER = new RegExp(
  String.raw`(${NUMBER})\s?(块钱|元|块(?!状)|圆|人民币|rmb|cny|yuan|円|日元|yen|usd|dollars?|bucks?|美元|美金|euros?|欧元|英镑)`,
  'gi',
);
const SHARE = /(\d+(?:\.\d+)?)\s?(?:%|％|percent|per cent)/gi;
const OFF = /([\d.]+|[一二三四五六七八九]{1,2})\s?折/g;
const ISO = /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/g;
const ZH_DAY =
  /(\d{1,2}|十?[一二三四五六七八九十])月\s?(\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九十])[日号]/g;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|');
const MONTH = String.raw`(${MONTHS.join('|')})[a-z]{0,6}\.?`;
const EN_DAY = new RegExp(String.raw`\b${MONTH}\s(\d{1,2})(?:st|nd|rd|th)?\b(?!:)`, 'gi');
const DAY_EN = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?${MONTH}(?![a-z])`, 'gi');
const ZH_WEEKDAY = /(?:周|星期|礼拜)([一二三四五六日天])/g;
const EN_WEEKDAY = /\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)s?\b/gi;
const CLOCK = /(?<![\d:])(\d{1,2})[:：](\d{2})(?!\d)|\b(\d{1,2})\s?(am|pm)\b|(\d{1,2})点(?![儿击])/gi;
const RELATIVE: readonly (readonly [string, RegExp])[] = [
  ['today', /今天|今日|今晚|当天|当日|\btoday\b|\btonight\b|same[- ]day/gi],
  ['tomorrow', /明天|明日|明晚|次日|隔天|\btomorrow\b|next[- ]day/gi],
  ['in-two-days', /后天/g],
  ['yesterday', /昨天|昨日|\byesterday\b/gi],
  ['this-week', /本周|这周|这个?星期|\bthis week\b/gi],
  ['next-week', /下周|下个?星期|\bnext week\b/gi],
  ['weekend', /周末|\bweekends?\b/gi],
  ['this-month', /本月|这个月|\bthis month\b/gi],
  ['next-month', /下个?月|\bnext month\b/gi],
  ['holiday', /节假日|春节|国庆|元旦|\bholidays?\b|\bchristmas\b|\beaster\b/gi],
];
const LETTER_SIZE = /(?<![A-Za-z0-9'’&-])(XXS|XS|S|M|L|X{1,5}L|[2-7]XL)(?![A-Za-z0-9'’&])/g;
const WORD_SIZE: readonly (readonly [string, RegExp])[] = [
  ['xl', /加大号?|特大号|\bextra[- ]large\b/gi],
  ['s', /小号|\bsmall\b/gi],
  ['m', /中号|\bmedium\b/gi],
  ['l', /大号/g],
  ['one', /均码|\bone[- ]size\b/gi],
];
const LINK = /https?:\/\/[^\s\u3000-\u9fff)]+|\bwww\.[^\s\u3000-\u9fff)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
  ' ',
);
const EN_NUMBERS = new Map<string, number>([
  ...WORDS.map((word, n) => [word, n] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety hundred'
    .split(' ')
    .map((word, n) => [word, (n + 2) * 10] as const),
  ['a', 1],
  ['an', 1],
  ['half', 0.5],
  ['dozen', 12],
]);
const RANGE = /(\d[\d,]*(?:\.\d+)?)\s?(?:-|–|—|~|～|至|到|\bto\b)\s?(\d[\d,]*(?:\.\d+)?)/gi;
const PLAIN = /\d[\d,]*(?:\.\d+)?[百千万]?/g;
const ZH_NUMBER = /[一二两三四五六七八九十百千万零半]+/g;
const EN_NUMBER = new RegExp(String.raw`\b(${[...EN_NUMBERS.keys()].join('|')})\b`, 'gi');

/** One of them is any of them: 一个, one piece. */
const ANY_ONE = new Set(['piece', 'time', 'person', 'point']);

const plain = (n: number): string => String(Math.round(n * 1000) / 1000);
const numberOf = (text: string): number => readNumeral(text.replace(/\s/g, '')) ?? Number(text.replace(/[^\d.]/g, ''));
const sizeOf = (text: string): string => {
  const many = /^([2-7])XL$/.exec(text)?.[1];
  return (many === undefined ? text : `${'X'.repeat(Number(many))}L`).toLowerCase();
};

/** Everything in a text that is a number, a price, a date, a size or an address. What one kind has read is no other's. */
export function claimsOf(given: string): readonly Claim[] {
  let text = given.normalize('NFKC').replaceAll('￥', '¥');
  const found: Claim[] = [];
  const read = (pattern: RegExp, kind: ClaimKind, keyOf: (match: RegExpMatchArray) => string | undefined) => {
    const matches = [...text.matchAll(pattern)];
    for (const match of matches) {
      const key = keyOf(match);
      if (key === undefined) continue;
      found.push({ kind, key, at: match.index });
      text = text.slice(0, match.index) + '\u0001'.repeat(match[0].length) + text.slice(match.index + match[0].length);
    }
  };
  const month = (name = '') => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  read(LINK, 'link', ([all]) => `link:${all.toLowerCase().replace(/[.,;]$/, '')}`);
  read(BEFORE, 'price', ([, sign = '', n = '']) => `price:${signOf(sign)}:${plain(numberOf(n))}`);
  read(AFTER, 'price', ([, n = '', sign = '']) => `price:${signOf(sign)}:${plain(numberOf(n))}`);
  read(SHARE, 'number', ([, n]) => `share:${plain(Number(n))}`);
  read(OFF, 'price', ([, n = '']) => `off:${/\d/.test(n) ? n : [...n].map((one) => readNumeral(one)).join('.')}`);
  read(ISO, 'date', ([, , m, d]) => `date:${Number(m)}-${Number(d)}`);
  read(ZH_DAY, 'date', ([, m = '', d = '']) => `date:${numberOf(m)}-${numberOf(d)}`);
  read(EN_DAY, 'date', ([, m, d]) => `date:${month(m)}-${Number(d)}`);
  read(DAY_EN, 'date', ([, d, m]) => `date:${month(m)}-${Number(d)}`);
  read(ZH_WEEKDAY, 'date', ([, day = '']) => `weekday:${'一二三四五六日天'.indexOf(day.replace('天', '日')) + 1}`);
  read(
    EN_WEEKDAY,
    'date',
    ([, day = '']) =>
      `weekday:${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day.slice(0, 3).toLowerCase()) + 1}`,
  );
  read(CLOCK, 'date', ([, h, m, hour, half, zh]) =>
    h !== undefined
      ? `clock:${Number(h)}:${m}`
      : `clock:${(Number(hour ?? zh) % 12) + (half?.toLowerCase() === 'pm' ? 12 : half ? 0 : Number(zh) >= 12 ? 12 : 0)}:00`,
  );
  for (const [name, pattern] of RELATIVE) read(pattern, 'date', () => `day:${name}`);
  read(LETTER_SIZE, 'size', ([, size = '']) => `size:${sizeOf(size)}`);
  for (const [size, pattern] of WORD_SIZE) read(pattern, 'size', () => `size:${size}`);
  read(RANGE, 'number', (match) => {
    const unit = unitAt(text, (match.index ?? 0) + match[0].length)?.unit ?? '';
    return `range:${plain(numberOf(match[1] ?? ''))}-${plain(numberOf(match[2] ?? ''))}:${unit}`;
  });
  const counted = (match: RegExpMatchArray, n: number | undefined, bare: boolean): string | undefined => {
    const unit = unitAt(text, (match.index ?? 0) + match[0].length)?.unit;
    if (n === undefined || Number.isNaN(n) || (unit === undefined && !bare)) return undefined;
    return n === 1 && unit !== undefined && ANY_ONE.has(unit) && !/\d/.test(match[0])
      ? undefined
      : `number:${plain(n)}:${unit ?? ''}`;
  };
  read(PLAIN, 'number', (match) => counted(match, numberOf(match[0]), true));
  read(ZH_NUMBER, 'number', (match) => counted(match, match[0] === '半' ? 0.5 : readNumeral(match[0]), false));
  read(EN_NUMBER, 'number', (match) => counted(match, EN_NUMBERS.get((match[1] ?? '').toLowerCase()), false));
  return found;
}

/** Whether a claim is made by one of these too. A number without a unit is any of its kind. */
export function isMade(claim: Claim, by: readonly Claim[]): boolean {
  if (by.some(({ key }) => key === claim.key)) return true;
  const bare = /^number:([\d.]+):$/.exec(claim.key)?.[1];
  return bare !== undefined && by.some(({ key }) => key.startsWith(`number:${bare}:`));
}
