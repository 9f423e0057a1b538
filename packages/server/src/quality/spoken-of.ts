import { claimsOf } from '@xiaoer/assistant/claims';
import { type ChatEvent, isObject } from '@xiaoer/core/protocol';
import { topicsIn } from '../numbers/topics-in.ts';
import type { ClaimContext } from './judge-claims.ts';

/** What is spoken of in a conversation. It is JSON. */
export type SpokenOf = ClaimContext;

const MOST_PRODUCTS = 3;
const MOST_HEARD = 40;

const NOTHING: SpokenOf = { products: [], heard: [] };

/** Products that an event is about: its card, the page it was written from, what the bot answered about. */
function productsIn({ kind, from, body }: ChatEvent): readonly string[] {
  if (kind === 'trace') return topicsIn(body).products;
  if (from.role === 'bot') return [];
  const about = body['about'];
  const named = kind === 'product' ? body['product'] : isObject(about) ? about['product'] : undefined;
  return typeof named === 'string' ? [named] : [];
}

/** Takes one more event in: the products that were spoken of, the newest last, and the claims that the shopper made. */
export function foldSpoken(before: SpokenOf = NOTHING, event: ChatEvent): SpokenOf {
  const products = productsIn(event);
  const text = event.from.role === 'shopper' && event.kind === 'text' ? String(event.body['text'] ?? '') : '';
  const heard = text === '' ? [] : claimsOf(text).map(({ key }) => key);
  if (products.length === 0 && heard.length === 0) return before;
  return {
    products: [...before.products.filter((one) => !products.includes(one)), ...products].slice(-MOST_PRODUCTS),
    heard: [...new Set([...before.heard, ...heard])].slice(-MOST_HEARD),
  };
}
