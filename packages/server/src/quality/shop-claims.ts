import type { KnowledgeSource, Localized } from '@xiaoer/assistant';
import { type Claim, claimsOf, keysOf } from '@xiaoer/assistant/claims';
import type { Money } from '@xiaoer/core/protocol';
import { POLICY_WORDS } from './policy-words.ts';

/** What a product's data say. */
export interface ProductClaims {
  readonly id: string;
  /** In lower case, in every language, the longest first. */
  readonly titles: readonly string[];
  /** Prices at which it is or was sold, as claims. */
  readonly prices: readonly Claim[];
  /** Pieces left; absent when the shop does not say. */
  readonly stock?: number;
}

/** A sentence of the shop that has numbers in it. */
export interface StatedClaims {
  /** `answer:ID`, or `policy:FIELD`. */
  readonly id: string;
  /** What it speaks of, in one language. */
  readonly keys: readonly string[];
  readonly claims: readonly Claim[];
}

/** What can be said wrong of a shop. It is JSON, and small: only what has numbers is in it. */
export interface ShopClaims {
  readonly products: readonly ProductClaims[];
  readonly stated: readonly StatedClaims[];
}

/** So many statements are compared with each sentence at most; of a larger library the first. */
const MOST_STATED = 20_000;

const asWritten = (text: string): string => text;

const textsOf = (text: Localized | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [...new Set(Object.values(text))];

/** A title as it stands, and without what stands behind a comma or in brackets: `Clay teapot, 280 ml` is a clay teapot. */
const namesOf = (title: Localized): readonly string[] =>
  [...new Set(textsOf(title).flatMap((text) => [text, text.split(/[,，、(（]/, 1)[0] ?? '']))]
    .map((text) => text.trim().toLowerCase())
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length);

const moneyClaims = ({ amount, currency }: Money): readonly Claim[] => claimsOf(`${amount / 100} ${currency}`);

/** Reads what a shop says of prices, stock and terms. */
export function shopClaimsOf({ shop, products, answers }: KnowledgeSource): ShopClaims {
  const stated: StatedClaims[] = [];
  const state = (id: string, text: string, about = '') => {
    const claims = claimsOf(text);
    if (claims.length > 0 && stated.length < MOST_STATED)
      stated.push({ id, claims, keys: [...keysOf(`${about}\n${text}`, asWritten)] });
  };
  const policies = [shop.policies, ...(shop.exceptions ?? []).map((one) => one.policies)];
  for (const said of policies)
    for (const [field, value] of Object.entries(said ?? {}))
      for (const text of POLICY_WORDS[field]?.(value) ?? []) state(`policy:${field}`, text);
  for (const { id, question, answer, variants = [] } of answers)
    for (const text of [answer, ...variants.map((one) => one.answer)])
      for (const [n, said] of textsOf(text).entries()) state(`answer:${id}`, said, textsOf(question)[n] ?? '');
  return {
    products: products.map(({ id, title, price, was, stock, onSale, variants = [] }) => ({
      id,
      titles: namesOf(title),
      prices: [price, was, ...variants.map((one) => one.price)].flatMap((one) => (one ? moneyClaims(one) : [])),
      ...(onSale === false ? { stock: 0 } : stock === undefined ? {} : { stock }),
    })),
    stated,
  };
}
