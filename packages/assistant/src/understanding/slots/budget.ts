import { NUMBER, readNumeral } from './numeral.ts';

/** A price range in major units, as the shopper said it. */
export interface Budget {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** A currency that was named; absent when only a number was. */
  readonly currency?: string | undefined;
}

/** The budget, and the text without it. */
export interface BudgetSlot {
  readonly budget: Budget;
  readonly rest: string;
}

const N = `(${NUMBER})`;
const SIGN = String.raw`(?:[¥￥$€£]|rmb|usd|cny|eur|gbp)?\s*`;
const UNIT = String.raw`\s*(?:元|块钱|块|米(?=以内|左右|以下)|rmb|cny|usd|euros?|eur|gbp|yuan|dollars?|bucks|pounds?|[¥￥$€£])?\s*`;
/** What makes a number a measure and no price. */
const NOT = String.raw`(?!\s*(?:kg|g|cm|mm|ml|l|m|斤|克|公斤|厘米|平米|寸|天|days?|hours?|inch|inches|%|件|个|人|people|岁|years?|months?|weeks?|w|度)(?![a-z]))`;

type Read = (a: number, b: number) => Budget;

const SHAPES: readonly (readonly [RegExp, Read])[] = [
  [
    /([一二两三四五六七八九])([一二两三四五六七八九])(百|千)(?:元|块钱|块)?(?:左右|以内|之间|的)?/,
    (a, b) => ({ min: a, max: b }),
  ],
  [
    new RegExp(`(?:between|from)\\s*${SIGN}${N}${UNIT}(?:and|to|-)\\s*${SIGN}${N}${UNIT}${NOT}`),
    (a, b) => ({ min: a, max: b }),
  ],
  [
    new RegExp(`${SIGN}${N}${UNIT}(?:到|至|-|~|—|to)\\s*${SIGN}${N}${UNIT}(?:之间|以内|左右)?${NOT}`),
    (a, b) => ({ min: a, max: b }),
  ],
  [
    new RegExp(
      `(?:预算|budget)(?:是|在|有|差不多|大概|只有|of|is|:|：|最多|不超过|around|about)*\\s*${SIGN}${N}${UNIT}(?:以内|以下|左右|之内)?${NOT}`,
    ),
    (a) => ({ max: a }),
  ],
  [
    new RegExp(
      `(?:不超过|不超|不高于|不大于|不要超过|别超过|低于|少于|小于|最多|最高|顶多|控制在)${SIGN}${N}${UNIT}(?:以内|以下|之内)?${NOT}`,
    ),
    (a) => ({ max: a }),
  ],
  [new RegExp(`${SIGN}${N}${UNIT}(?:以内|以下|之内|以里|内|封顶|往下)`), (a) => ({ max: a })],
  [new RegExp(`${SIGN}${N}${UNIT}(?:左右|上下|前后)`), (a) => ({ min: a * 0.7, max: a * 1.2 })],
  [new RegExp(`${SIGN}${N}${UNIT}(?:以上|(?<!一)起|往上)`), (a) => ({ min: a })],
  [
    new RegExp(
      `(?:under|below|less than|cheaper than|lower than|up to|max(?:imum)?(?: of)?|at most|no more than|not more than|nothing (?:over|above|more than)|within|not over|<=?)\\s*${SIGN}${N}${UNIT}${NOT}`,
    ),
    (a) => ({ max: a }),
  ],
  [new RegExp(`${SIGN}${N}${UNIT}(?:or less|or under|max(?:imum)?\\b|tops\\b|budget)`), (a) => ({ max: a })],
  [
    new RegExp(`(?:around|about|roughly|approximately|circa)\\s*${SIGN}${N}${UNIT}${NOT}(?!\\w)`),
    (a) => ({ min: a * 0.7, max: a * 1.2 }),
  ],
  [new RegExp(`(?:over|above|more than|at least|from)\\s*${SIGN}${N}${UNIT}${NOT}`), (a) => ({ min: a })],
];

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/[¥￥元块]|rmb|cny|yuan/, 'CNY'],
  [/\$|usd|dollar|bucks/, 'USD'],
  [/€|eur/, 'EUR'],
  [/£|gbp|pounds/, 'GBP'],
];

/** Finds a budget in normalised text: 1000元以内, 不超过五百, 两三百, 300左右, under 500, between 20 and 40. */
export function readBudget(text: string): BudgetSlot | undefined {
  for (const [shape, read] of SHAPES) {
    const found = shape.exec(text);
    if (!found) continue;
    const scale = found[3] === '百' ? 100 : found[3] === '千' ? 1000 : 1;
    const a = readNumeral(found[1] ?? '');
    const b = readNumeral(found[2] ?? '');
    if (a === undefined) continue;
    const low = a * scale;
    const high = (b ?? a) * scale;
    if (high <= 0) continue;
    const budget = read(Math.min(low, high), Math.max(low, high));
    const currency = CURRENCIES.find(([sign]) => sign.test(found[0]))?.[1];
    return {
      budget: { ...budget, currency },
      rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim(),
    };
  }
  return undefined;
}
