import { type Quantity, readQuantities } from './quantity.ts';
import { UNIT } from './units.ts';

/** A number with its unit that a question brings along: 200斤的人能坐吗, does it hold 2 litres, 承重100公斤以上的凳子. */
export interface MeasureQuestion {
  /** The property that it is a measure of, when the words around it tell. */
  readonly concept: 'load' | 'capacity' | 'size' | undefined;
  readonly quantity: Quantity;
  /** As it was written. */
  readonly written: string;
  /** With the words that bound it: 100公斤以上, under 3 kg. */
  readonly phrase: string;
  /** The question without it. */
  readonly rest: string;
}

const AMOUNT = new RegExp(
  String.raw`(?:(?:至少|不超过|超过|大于|小于|低于|高于|最多|at least|at most|up to|more than|less than|over|under|below|above)\s*)?` +
    String.raw`\d+(?:\.\d+)?\s*(?:${UNIT})(?:\s*(?:宽|高|长|深)?(?:以上|以下|以内|之内|起|or more|or less))?` +
    String.raw`(?:的?(?:人|胖子|东西|重量|水|空间|柜子|地方)|\s*(?:person|man|woman|space|gap|of water))?`,
  'iu',
);

const BEARS = /坐|站|承|扛|撑|挂|放|压|载|hold|bear|support|carry|take|sit|stand/i;
const HOLDS = /装|盛|容|hold|fill|fit/i;
const FITS = /放|塞|摆|装|fit|squeeze/i;
const VERBS =
  /(?:能不能|可不可以|能|可以)?(?:坐得下|坐得住|站得住|放得下|放得进|放进|放下|塞得下|塞进|塞|装得下|装下|装进|承受|坐|站|装|盛)(?:得了)?/g;

/** Reads the first measure of a sentence that is no price; undefined when there is none. */
export function readMeasureQuestion(text: string): MeasureQuestion | undefined {
  const match = AMOUNT.exec(text);
  const written = match?.[0];
  if (!match || written === undefined) return undefined;
  const [quantity] = readQuantities(written).found;
  if (quantity?.sides.length !== 1) return undefined;
  const around = text.slice(0, match.index) + text.slice(match.index + written.length);
  const concept =
    quantity.unit === 'g' && BEARS.test(around)
      ? 'load'
      : quantity.unit === 'ml' && HOLDS.test(around)
        ? 'capacity'
        : quantity.unit === 'cm' && FITS.test(around)
          ? 'size'
          : undefined;
  const number = /\d+(?:\.\d+)?/.exec(written)?.[0] ?? '';
  const unit = new RegExp(String.raw`\d\s*(${UNIT})`, 'iu').exec(written)?.[1] ?? '';
  const gap = /[a-z]/i.test(unit) ? ' ' : '';
  return {
    concept,
    quantity,
    written: `${number}${gap}${unit}`,
    phrase: written.replace(/的$/, ''),
    rest: around.replace(VERBS, ''),
  };
}

const WISHED = new RegExp(String.raw`(?:多少|几|how many|in)\s*(${UNIT})`, 'iu');

/** The unit in which an answer is wanted: 多少斤, how many pounds. */
export const unitWished = (text: string): string | undefined => WISHED.exec(text)?.[1];
