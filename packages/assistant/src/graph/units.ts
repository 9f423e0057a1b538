/** A unit as it is written, the unit it is counted in, and how many of those it is. */
type UnitRow = readonly [written: string, unit: string, factor: number];

/** Units by what shops write. Longer spellings stand before those they begin with. */
const ROWS: readonly UnitRow[] = [
  ['mm|毫米', 'cm', 0.1],
  ['cm|厘米|公分', 'cm', 1],
  ['dm|分米', 'cm', 10],
  ['m2|平方米|平米', 'm2', 1],
  ['mah|毫安时', 'mAh', 1],
  ['ml|毫升', 'ml', 1],
  ['mg|毫克', 'g', 0.001],
  ['min(?:ute)?s?|分钟', 'min', 1],
  ['months?|个月', 'months', 1],
  ['meters?|metres?|m|米', 'cm', 100],
  ['inch(?:es)?|英寸|in(?=$|[^a-z])', 'cm', 2.54],
  ['feet|foot|ft|英尺', 'cm', 30.48],
  ['kgs?|公斤|千克|kilos?', 'g', 1000],
  ['kw|千瓦', 'W', 1000],
  ['grams?|g|克', 'g', 1],
  ['斤', 'g', 500],
  ['lbs?|pounds?', 'g', 453.6],
  ['oz', 'g', 28.35],
  ['l(?:it(?:er|re)s?)?|升', 'ml', 1000],
  ['watts?|w|瓦', 'W', 1],
  ['volts?|v|伏', 'V', 1],
  ['hours?|h|小时', 'min', 60],
  ['days?|天', 'days', 1],
  ['years?|年', 'months', 12],
  ['%', '%', 1],
  ['°c|摄氏度', '°C', 1],
  ['db|分贝', 'dB', 1],
  ['hz|赫兹', 'Hz', 1],
  ['lm|流明', 'lm', 1],
];

/** Words that count things; each is its own unit. */
const COUNTS =
  '件|个|只|片|朵|张|条|套|层|档|人|根|支|颗|粒|包|盒|瓶|袋|节|寸|pieces?|pcs|persons?|people|layers?|drawers?|shelves';

/** Pattern of any unit, not followed by more letters but for the cross between two sides: 385mmX120mm. */
export const UNIT: string = `(?:${[...ROWS.map(([written]) => written), COUNTS].join('|')})(?![a-wyz]|x(?!\\d))`;

const MATCHERS = ROWS.map(([written, unit, factor]) => ({ shape: new RegExp(`^(?:${written})$`), unit, factor }));

/** The unit that a spelling is counted in, and how many of it one is. */
export function unitOf(written: string): { readonly unit: string; readonly factor: number } {
  const text = written.toLowerCase();
  return MATCHERS.find(({ shape }) => shape.test(text)) ?? { unit: text, factor: 1 };
}
