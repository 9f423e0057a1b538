import type { Language } from '../../text/language.ts';
import { NUMBER, readNumeral } from './numeral.ts';

/** A length in centimetres or a weight in kilograms. */
export interface Measure {
  readonly unit: 'cm' | 'kg';
  readonly value: number;
}

const N = `(${NUMBER})`;

type Read = (a: number, b: number) => Measure;
const cm = (value: number): Measure => ({ unit: 'cm', value: Math.round(value) });
const kg = (value: number): Measure => ({ unit: 'kg', value: Math.round(value * 10) / 10 });

const MARKED: readonly (readonly [RegExp, Read])[] = [
  [/(?<![\d.])(\d\.\d{1,2})\s*(?:米|m(?![a-z]))/, (a) => cm(a * 100)],
  [/([一二两12])米(\d{1,2}|[一二三四五六七八九]{1,2})/, (a, b) => cm(a * 100 + (b < 10 ? b * 10 : b))],
  [
    /(?<![\d.])([3-8])\s*(?:'|ft\.?|feet|foot)\s*(\d{1,2})?\s*(?:"|''|in(?:ch(?:es)?)?\b)?/,
    (a, b) => cm(a * 30.48 + b * 2.54),
  ],
  [new RegExp(`${N}\\s*(?:cm(?![a-z])|厘米|公分)`), (a) => cm(a)],
  [new RegExp(`${N}\\s*(?:kgs?(?![a-z])|公斤|千克|kilos?\\b)`), (a) => kg(a)],
  [new RegExp(`${N}\\s*斤`), (a) => kg(a / 2)],
  [new RegExp(`${N}\\s*(?:lbs?\\b|pounds?\\b)`), (a) => kg(a * 0.4536)],
  [/(\d{1,2})\s*(?:stones?|st)\b(?:\s*(\d{1,2})\b)?/, (a, b) => kg(a * 6.35 + b * 0.4536)],
];

/** 七五 after a number of metres is 75: digits in a row, no numeral. */
const digits = (text: string): number =>
  /^[一二三四五六七八九]+$/.test(text)
    ? Number([...text].map((char) => '一二三四五六七八九'.indexOf(char) + 1).join(''))
    : (readNumeral(text) ?? 0);

/** What a bare number of a weight means where it was written: 斤 in Chinese, pounds in English, when kilograms are no likely. */
function bareWeight(value: number, lang: Language): Measure | undefined {
  if (value >= 30 && value < 80) return kg(value);
  if (lang === 'zh-CN') return value <= 300 ? kg(value / 2) : undefined;
  return value < 110 ? kg(value) : value <= 400 ? kg(value * 0.4536) : undefined;
}

const likelyHeight = (value: number): boolean => value >= 140 && value <= 210;

/**
 * Lengths and weights of a normalised text: those with a unit, and bare numbers for the units that are asked for, by
 * what is likely of a person: «175 130» is a height and a weight, whatever their order.
 */
export function readMeasures(text: string, asked: readonly Measure['unit'][], lang: Language): readonly Measure[] {
  const found: Measure[] = [];
  let rest = text;
  for (const [shape, read] of MARKED)
    rest = rest.replace(shape, (_, a: string, b?: string) => {
      const measure = read(digits(a), b === undefined ? 0 : digits(b));
      if (!found.some(({ unit }) => unit === measure.unit)) found.push(measure);
      return ' ';
    });
  const bare = [...rest.matchAll(/(?<![\d.])\d{2,3}(?:\.\d)?(?![\d.])/g)].map(([number]) => Number(number));
  const open = asked.filter((unit) => !found.some((one) => one.unit === unit));
  if (open.includes('cm')) {
    const at = bare.findIndex(likelyHeight);
    const height =
      bare[at] ?? (open.length === 1 && bare[0] !== undefined && bare[0] >= 50 && bare[0] <= 230 ? bare[0] : undefined);
    if (height !== undefined) {
      found.push(cm(height));
      bare.splice(bare.indexOf(height), 1);
    }
  }
  const [left] = bare;
  const weight = open.includes('kg') && left !== undefined ? bareWeight(left, lang) : undefined;
  return weight ? [...found, weight] : found;
}
