import { isObject } from '@xiaoer/core/protocol';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { majorPrice } from './hunt.ts';

/** Something that is remembered of a shopper: what he likes or avoids, his size and measures, what he is ready to pay. */
export interface Tag {
  readonly kind: 'likes' | 'avoids' | 'size' | 'height' | 'weight' | 'spends';
  /** A word as it was said, a size, centimetres, kilograms, or the most he named, in major units. */
  readonly value: string;
  /** Who says so: the shopper, or the shop's own systems. */
  readonly from: 'said' | 'shop';
  /** Milliseconds since 1970. */
  readonly at: number;
}

const KINDS: ReadonlySet<unknown> = new Set(['likes', 'avoids', 'size', 'height', 'weight', 'spends']);

/** Whether an unknown value is a tag. */
export function isTag(value: unknown): value is Tag {
  if (!isObject(value)) return false;
  const { kind, value: text, from, at } = value;
  return KINDS.has(kind) && typeof text === 'string' && (from === 'said' || from === 'shop') && typeof at === 'number';
}

/** Kinds of which there is one: the newer replaces the older. */
const SINGLE: ReadonlySet<Tag['kind']> = new Set(['size', 'height', 'weight', 'spends']);

/** How many are kept, the newest. */
const MOST = 12;

const same = (one: Tag, other: Tag): boolean =>
  one.kind === other.kind && (SINGLE.has(one.kind) || one.value.toLowerCase() === other.value.toLowerCase());

/** Tags with some more. What is liked now is not avoided any longer, and the other way round. */
export function withTags(tags: readonly Tag[] = [], more: readonly Tag[]): readonly Tag[] {
  const turned = (one: Tag, other: Tag) =>
    one.value.toLowerCase() === other.value.toLowerCase() &&
    ((one.kind === 'likes' && other.kind === 'avoids') || (one.kind === 'avoids' && other.kind === 'likes'));
  const kept = tags.filter((one) => !more.some((other) => same(one, other) || turned(one, other)));
  return [...kept, ...more].slice(-MOST);
}

/** Tags without one, by `KIND:VALUE`, without a kind, or without any (`all`). */
export const withoutTags = (tags: readonly Tag[] = [], which: string): readonly Tag[] =>
  which === 'all' ? [] : tags.filter(({ kind, value }) => which !== kind && which !== `${kind}:${value}`);

/** Whether a choice is called by a size: «M», «M (160-172)», «深灰 / M». */
const isSize = (label: string, size: string): boolean =>
  label
    .toUpperCase()
    .split(/[^A-Z0-9.]+/)
    .includes(size.toUpperCase());

/** The choice of a product in a size; undefined when it has none of it. */
export const inSize = (product: Product, size: string) =>
  product.variants?.find(({ label }) => everyText(label).some((one) => isSize(one, size)));

/** What a product says in words: where a liked or avoided word may stand. */
const wordsOf = (product: Product): string =>
  [
    product.title,
    product.brand,
    ...product.category,
    ...(product.keywords ?? []),
    ...(product.tags ?? []),
    ...product.attributes.map(({ value }) => value),
    ...(product.variants ?? []).map(({ label }) => label),
  ]
    .flatMap((text) => everyText(text))
    .join('\n')
    .toLowerCase();

/** What a word is by, without its ending: 竹子 is said of 毛竹 too. */
export const stemOf = (word: string): string => word.replace(/(?<=\p{Script=Han})[子色制质料味]$/u, '');

/** Whether a product says a word. */
export const mentions = (product: Product, word: string): boolean => wordsOf(product).includes(word.toLowerCase());

/** How much a product is to a shopper's taste, about −1 … 1, and the tag that says so most. */
export function tasteFor(product: Product, tags: readonly Tag[]): { readonly score: number; readonly tag?: Tag } {
  let score = 0;
  let best: { worth: number; tag: Tag } | undefined;
  const count = (worth: number, tag: Tag) => {
    score += worth;
    if (worth > (best?.worth ?? 0)) best = { worth, tag };
  };
  for (const tag of tags) {
    if (tag.kind === 'likes' && mentions(product, stemOf(tag.value))) count(0.5, tag);
    if (tag.kind === 'avoids' && mentions(product, stemOf(tag.value))) count(-1, tag);
    if (tag.kind === 'size') {
      const own = inSize(product, tag.value);
      if (own) count(own.stock === 0 ? -0.5 : 0.3, tag);
    }
    // Within a third more of what he has named before is near enough; far above it is not his level.
    if (tag.kind === 'spends' && majorPrice(product) > 1.33 * Number(tag.value)) count(-0.4, tag);
  }
  return best ? { score, tag: best.tag } : { score };
}
