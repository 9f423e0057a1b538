import { type Quantity, readQuantities } from './quantity.ts';
import { UNIT, unitOf } from './units.ts';

/** Why a reading of a value may be wrong. */
export type Doubt =
  /** A number whose unit nobody says. */
  | 'number'
  /** Two numbers joined by a plus. */
  | 'sum'
  /** Shares of one thing that are not a hundred together. */
  | 'shares'
  /** The unit is none that a field of this name has. */
  | 'name'
  /** Quantities of several kinds in one field. */
  | 'kinds'
  /** Less of the text is understood than not. */
  | 'rest';

/** What a field of the catalogue says, typed; the text itself stays beside it. */
export interface TypedValue {
  readonly type: 'quantity' | 'yes-no' | 'code' | 'words' | 'text';
  readonly quantities: readonly Quantity[];
  /** Parts of an enumeration: colours, materials, things in the box. */
  readonly words: readonly string[];
  readonly yes?: boolean | undefined;
  readonly doubts: readonly Doubt[];
}

const YES = /^(?:是|有|支持|可以|可|能|yes|true|√|✓)$/i;
const NO = /^(?:否|无|没有|不支持|不可以|不可|不能|不是|no|none|false|×)$/i;

/** GB/T 22843-2009, GB18401-2010 B类, Q/PM001-2016; and a model such as T710 or MT20290-1-130. */
const STANDARD = /^[a-z]{1,5}(?:\/[a-z]{1,4}\d*)?\s?\d[\d.]*\s?[-—]\s?\d{2,4}(?:\s*[a-d]类)?$/i;
const MODEL = /^(?=[^\d]*\d)(?=.*[a-z])[a-z\d]+(?:[-/.][a-z\d]+)*$/i;

/** Fields that tell what a unit would be, when their values have another: a weight in centimetres is misread. */
const BY_NAME: readonly (readonly [name: RegExp, units: readonly string[]])[] = [
  [/重|weight/i, ['g']],
  [/容量|capacity|容积/i, ['ml']],
  [/功率|瓦数|power|wattage/i, ['W']],
  [/电压|voltage/i, ['V']],
  [/尺寸|厚度|高度|长度|宽度|线长|深度|直径|length|width|height|depth|dimensions/i, ['cm', '寸', 'm2']],
];

const ADVICE = /提示|提醒|说明|备注|注意|note|advice|instructions/i;
const COMPOSED = /材|面料|填充|成分|成份|外套|里料|内芯|内胆|fabric|material|filling|composition/i;

const WITH_UNIT = new RegExp(`[(（/\\[]\\s*(${UNIT})\\s*[)）\\]]?$`, 'iu');

/** The unit that the name of a field names: 尺寸(cm), Weight (kg). */
export const unitInName = (name: string): string | undefined => WITH_UNIT.exec(name.normalize('NFKC'))?.[1];

const SPLIT = /\s*[/、,，;；\n+]\s*|\s{2,}/u;

const words = (text: string): readonly string[] =>
  text
    .split(SPLIT)
    .map((word) => word.trim())
    .filter(Boolean);

/** Shares of one thing: those without a break of their own between them. */
function sharesAddUp(text: string, quantities: readonly Quantity[]): boolean {
  const shares = quantities.filter(({ unit }) => unit === '%').map(({ sides }) => sides[0]?.to ?? 0);
  if (shares.length === 0) return true;
  let sum = 0;
  for (const share of shares) {
    sum += share;
    if (Math.abs(sum - 100) < 0.5) sum = 0;
  }
  return sum === 0 || !/\d/.test(text);
}

/**
 * What a field says, by rules that hold for any catalogue: numbers with units, ranges and sides, shares, codes, yes and
 * no, enumerations. What is doubtful is flagged, and text stays text.
 *
 * @param unit - the unit of numbers without one; by default what the name of the field says.
 */
export function readValue(name: string, value: string, unit: string | undefined = unitInName(name)): TypedValue {
  const text = value.normalize('NFKC').trim();
  const typed = (type: TypedValue['type'], more: Partial<TypedValue> = {}): TypedValue => ({
    type,
    quantities: [],
    words: [],
    doubts: [],
    ...more,
  });
  if (YES.test(text) || NO.test(text)) return typed('yes-no', { yes: YES.test(text) });
  const lines = text.split(/[\n;；]+/).map((line) => line.trim());
  if (lines.every((line) => STANDARD.test(line))) return typed('code', { words: lines });
  const { found, explained, doubts } = readQuantities(text, unit);
  const length = text.replace(/\s/g, '').length;
  const said = Math.min(1, explained / Math.max(1, length));
  if (found.length === 0 && MODEL.test(text)) return typed('code', { words: [text] });
  const advice = ADVICE.test(name);
  if (advice || (said < 0.3 && (/[。！!]/.test(text) || length > 60))) return typed('text');
  if (found.length === 0)
    return typed('words', { words: words(text), doubts: doubts.includes('number') ? ['number'] : [] });
  const flags = new Set<Doubt>(doubts as Doubt[]);
  const units = new Set(found.map((one) => one.unit));
  const fits = BY_NAME.find(([shape]) => shape.test(name))?.[1];
  if (fits && [...units].some((one) => !fits.includes(one))) flags.add('name');
  if (units.size > 1 && !units.has('%')) flags.add('kinds');
  if (COMPOSED.test(name) && !sharesAddUp(text, found)) flags.add('shares');
  if (said < 0.3) flags.add('rest');
  return typed('quantity', { quantities: found, words: words(text), doubts: [...flags] });
}

/** A number of one unit in another of the same kind; undefined when they are of different kinds. */
export function convert(value: number, from: string, to: string): number | undefined {
  const [a, b] = [unitOf(from), unitOf(to)];
  return a.unit === b.unit ? (value * a.factor) / b.factor : undefined;
}
