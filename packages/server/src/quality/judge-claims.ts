import { type Claim, claimsOf, isMade, keysOf, PROMISES, saysNo } from '@xiaoer/assistant/claims';
import type { ClaimRule } from './rule.ts';
import type { ProductClaims, ShopClaims, StatedClaims } from './shop-claims.ts';

/** What an agent said and the data do not: the claim, and what it was compared with. */
export interface WrongClaim {
  readonly claim: string;
  /** `product:ID`, `answer:ID` or `policy:FIELD`. */
  readonly of: string;
}

/** What a sentence stands in. */
export interface ClaimContext {
  /** Products spoken of, the newest last. */
  readonly products: readonly string[];
  /** Claims that the shopper made: repeating them states nothing. */
  readonly heard: readonly string[];
}

/** Finds in a text the first thing that the shop's data say otherwise. */
export type ClaimJudge = (text: string, context: ClaimContext) => WrongClaim | undefined;

/** A sentence speaks of what a statement says from so many words in common on, which are half of its own; or by all of them. */
const LEAST_SHARED = 2;
const LEAST_SHARE = 0.5;

/** That a price is a product's, where the product is not named. */
const PRICED = /卖|价|\bprice|\bcosts?\b|\b(?:it|this|that|one)(?:'s| is)\b/i;
const SHIPPED = /运费|邮费|快递|shipping|delivery|postage/i;
const STOCK_LEFT = /只剩|仅剩|还剩|剩下|库存(?:还)?有|\bleft\b|\bremaining\b/i;
/** It is asked, or told for later. */
const NOT_NOW =
  /[?吗]|到货|补货|有货了|告诉|通知|提醒|如果|要是|等有|预计|\brestock|\bback in stock|\bif\b|\bwhen\b|\bonce\b|\bsoon\b|\blet you know\b|\bnotify\b/i;

const asWritten = (text: string): string => text;
/** Each with the sign that ends it. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/(?<=[;。!?\n])|(?<=\.)(?=\s)/)
    .filter((one) => /[\p{L}\p{N}]/u.test(one));

const matches = (pattern: RegExp | undefined, text: string): boolean => (pattern ? text.search(pattern) >= 0 : false);

/** `number:7:day`, `range:3-5:day` → day; days, working days and hours measure the same, and are one dimension. */
const TIMES = new Set(['day', 'workday', 'hour', 'week', 'month', 'year', 'minute']);
function dimensionOf({ kind, key }: Claim): string | undefined {
  if (kind === 'price') return key.startsWith('off:') ? 'off' : 'price';
  if (key.startsWith('share:')) return 'share';
  const unit = /^(?:number|range):[^:]*:(.+)$/.exec(key)?.[1];
  if (unit === undefined) return undefined;
  return TIMES.has(unit) ? 'time' : undefined;
}

const HOURS: Readonly<Record<string, number>> = { hour: 1, day: 24, workday: 24, week: 168, month: 720, year: 8_640 };

/** The span in hours that a claim of time names. */
function hoursOf({ key }: Claim): readonly [number, number] | undefined {
  const [, from = '', to = from, unit = ''] = /^(?:number|range):([\d.]+)(?:-([\d.]+))?:(.+)$/.exec(key) ?? [];
  const hours = HOURS[unit];
  return hours === undefined ? undefined : [Number(from) * hours, Number(to) * hours];
}

/** Whether one of the statements says this too: in the same words, or as a part of the span that it names. */
function isStated(claim: Claim, by: readonly Claim[]): boolean {
  if (isMade(claim, by)) return true;
  const mine = hoursOf(claim);
  if (!mine) return false;
  return by.some((one) => {
    const theirs = hoursOf(one);
    return theirs !== undefined && theirs[0] <= mine[0] && mine[1] <= theirs[1];
  });
}

/** Makes the judge of a rule over what a shop says. It is silent where it is not sure: who is judged is a person. */
export function createClaimJudge(
  { against, unless }: Pick<ClaimRule, 'against' | 'unless'>,
  shop: ShopClaims,
): ClaimJudge {
  const byId = new Map(shop.products.map((product) => [product.id, product]));
  const agreed = unless.map((word) => word.toLowerCase());
  const byKey = new Map<string, StatedClaims[]>();
  for (const one of shop.stated) for (const key of one.keys) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  const isOfShop = (claim: Claim) => shop.stated.some(({ claims }) => claims.some(({ key }) => key === claim.key));

  /** The one product that a sentence names by the longest name, else the one that was spoken of last; none where it may be several. */
  function productOf(sentence: string, { products }: ClaimContext): ProductClaims | undefined {
    const said = sentence.toLowerCase();
    const named = shop.products
      .map((product) => ({ product, length: product.titles.find((title) => said.includes(title))?.length ?? 0 }))
      .filter(({ length }) => length > 0)
      .sort((one, other) => other.length - one.length);
    if (named.length === 0) return byId.get(products.at(-1) ?? '');
    return named[0]?.length === named[1]?.length ? undefined : named[0]?.product;
  }

  function wrongPrice(sentence: string, product: ProductClaims, context: ClaimContext): WrongClaim | undefined {
    const named = product.titles.some((title) => sentence.toLowerCase().includes(title));
    if (SHIPPED.test(sentence) || !(named || PRICED.test(sentence))) return undefined;
    const prices = claimsOf(sentence).filter(({ key }) => key.startsWith('price:'));
    const right = (claim: Claim) =>
      product.prices.some(({ key }) => key === claim.key) || context.heard.includes(claim.key) || isOfShop(claim);
    const wrong = prices.every((claim) => !right(claim)) ? prices[0] : undefined;
    return wrong && product.prices.length > 0 ? { claim: wrong.key, of: `product:${product.id}` } : undefined;
  }

  function wrongStock(sentence: string, { id, stock }: ProductClaims): WrongClaim | undefined {
    if (stock === undefined || NOT_NOW.test(sentence)) return undefined;
    const [has, gone] = [matches(PROMISES['stock'], sentence), matches(PROMISES['gone'], sentence)];
    const denied = saysNo(sentence.replace(PROMISES['gone'] ?? '', ' '));
    const of = `product:${id}`;
    const left = STOCK_LEFT.test(sentence)
      ? claimsOf(sentence).find(({ key }) => /^number:[\d.]+:piece$/.test(key))
      : undefined;
    if (left && Number(left.key.split(':')[1]) > stock) return { claim: left.key, of };
    if (has && !gone && !denied && stock === 0) return { claim: 'stock', of };
    if (gone && !has && !denied && stock > 0) return { claim: 'out-of-stock', of };
    return undefined;
  }

  function wrongTerm(
    sentence: string,
    product: ProductClaims | undefined,
    context: ClaimContext,
  ): WrongClaim | undefined {
    const keys = keysOf(sentence, asWritten);
    const shared = new Map<StatedClaims, number>();
    for (const key of keys) for (const one of byKey.get(key) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
    const most = Math.max(0, ...shared.values());
    if (most === 0 || (most < keys.size && (most < LEAST_SHARED || most < keys.size * LEAST_SHARE))) return undefined;
    // What comes near says as much as what comes nearest: two answers may differ in a case that nobody named.
    const near = [...shared].filter(([, n]) => n >= Math.max(1, most - 1)).map(([one]) => one);
    const [best] = [...shared].filter(([, n]) => n === most).map(([one]) => one);
    for (const claim of claimsOf(sentence)) {
      const dimension = dimensionOf(claim);
      if (dimension === undefined || context.heard.includes(claim.key)) continue;
      if (product?.prices.some(({ key }) => key === claim.key)) continue;
      const same = near.flatMap(({ claims }) => claims).filter((one) => dimensionOf(one) === dimension);
      if (same.length > 0 && best && !isStated(claim, same)) return { claim: claim.key, of: best.id };
    }
    return undefined;
  }

  return (text, context) => {
    for (const sentence of sentencesOf(text)) {
      const said = sentence.toLowerCase();
      if (said.trimEnd().endsWith('?') || agreed.some((word) => said.includes(word))) continue;
      const product = productOf(sentence, context);
      const term = against.includes('policy') ? wrongTerm(sentence, product, context) : undefined;
      const wrong =
        term ??
        (product && against.includes('price') ? wrongPrice(sentence, product, context) : undefined) ??
        (product && against.includes('stock') ? wrongStock(sentence, product) : undefined);
      if (wrong) return wrong;
    }
    return undefined;
  };
}
