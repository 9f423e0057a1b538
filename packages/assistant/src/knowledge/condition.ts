import type { Localized, Product } from './knowledge-source.ts';
import { everyText } from './localized.ts';

/** When an answer holds: every list that is given must have what is the case. What is absent does not matter. */
export interface Condition {
  /** Names of categories on any level, in any language. */
  readonly categories?: readonly string[] | undefined;
  /** Tags of products: 清仓, Final sale. */
  readonly tags?: readonly string[] | undefined;
  /** Ids of products. */
  readonly products?: readonly string[] | undefined;
  /** Levels of membership, as the shop calls them. */
  readonly levels?: readonly string[] | undefined;
  /** Where the shopper is, or where something goes: 新疆, Hawaii. */
  readonly regions?: readonly string[] | undefined;
  /** Milliseconds since 1970 from which on it holds. */
  readonly from?: number | undefined;
  /** Milliseconds since 1970 from which on it holds no more. */
  readonly until?: number | undefined;
}

/** What is the case in a turn, as far as it is known. */
export interface Circumstances {
  readonly at: number;
  /** The product that is spoken of. */
  readonly product?: Product | undefined;
  readonly level?: string | undefined;
  readonly region?: string | undefined;
  /** What the shopper has just written, in lower case: who names a region or a level means it. */
  readonly said: string;
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Whether a name stands in a text; a Latin one as a whole word. */
function names(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0 || name === '') return false;
  if (!/^[\x20-\x7e]+$/.test(name)) return true;
  return !/[a-z0-9]/.test(text.charAt(at - 1)) && !/[a-z0-9]/.test(text.charAt(at + name.length));
}

/** Whether one of the names is meant: undefined when nobody knows. What was just said counts before what was known. */
function meant(list: readonly string[], known: readonly Localized[] | undefined, said: string): boolean | undefined {
  const wanted = list.map(plain);
  if (wanted.some((name) => names(said, name))) return true;
  if (known === undefined || known.length === 0) return undefined;
  return known.flatMap(everyText).some((text) => wanted.includes(plain(text)));
}

const one = (value: string | undefined) => (value === undefined ? undefined : [value]);

/** Whether a condition holds; undefined when that hangs on something that is not known here. */
export function holds(condition: Condition | undefined, now: Circumstances): boolean | undefined {
  if (!condition) return true;
  const { categories, tags, products, levels, regions, from, until } = condition;
  if ((from !== undefined && now.at < from) || (until !== undefined && now.at >= until)) return false;
  const parts = [
    categories && meant(categories, now.product?.category, now.said),
    tags && (now.product ? meant(tags, [...(now.product.tags ?? []), ''], now.said) : meant(tags, undefined, now.said)),
    products && (now.product ? products.includes(now.product.id) : undefined),
    levels && meant(levels, one(now.level), now.said),
    regions && meant(regions, one(now.region), now.said),
  ].filter((_, n) => [categories, tags, products, levels, regions][n] !== undefined);
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}

/** Whether two conditions can never hold at once, so that two answers under them contradict nobody. */
export function apart(a: Condition | undefined, b: Condition | undefined): boolean {
  if (!a || !b) return false;
  if ((a.until ?? Number.POSITIVE_INFINITY) <= (b.from ?? Number.NEGATIVE_INFINITY)) return true;
  if ((b.until ?? Number.POSITIVE_INFINITY) <= (a.from ?? Number.NEGATIVE_INFINITY)) return true;
  return (['categories', 'tags', 'products', 'levels', 'regions'] as const).some((kind) => {
    const [left, right] = [a[kind]?.map(plain), b[kind]?.map(plain)];
    return left !== undefined && right !== undefined && !left.some((name) => right.includes(name));
  });
}
