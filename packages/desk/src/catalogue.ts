import { isObject, isProductCard, type ProductCard } from '@xiaoer/core/protocol';

/** The shop's public catalogue, read once a language when it is first needed. */
export interface Catalogue {
  /** Id of the shop, as a client names it to the server. */
  shop(locale: string): Promise<string>;
  /** Products that fit the words, best first. Rejects when the catalogue cannot be read; the next call tries again. */
  search(words: string, most: number, locale: string): Promise<readonly ProductCard[]>;
  find(id: string, locale: string): Promise<ProductCard | undefined>;
}

interface Loaded {
  readonly shop: string;
  readonly products: readonly ProductCard[];
}

function loaded(answer: unknown): Loaded {
  const { products, shop } = isObject(answer) ? answer : {};
  const id = isObject(shop) ? shop['id'] : undefined;
  if (!Array.isArray(products) || typeof id !== 'string')
    throw new Error('The catalogue must be an object with "shop.id" and a list called "products".');
  return { shop: id, products: products.filter(isProductCard) };
}

const textOf = (card: ProductCard): string =>
  [card.title, card.subtitle, card.id, ...(card.tags ?? []), ...Object.values(card.attributes ?? {})]
    .join('\n')
    .toLowerCase();

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * How well one word fits, 0 … 1. Chinese is written without spaces, so a "word" may be several: it fits by the share
 * of its neighbouring pairs of characters that occur.
 */
function fit(text: string, word: string): number {
  if (text.includes(word)) return 1;
  if (!CJK.test(word) || word.length < 3) return 0;
  const pairs = Array.from({ length: word.length - 1 }, (_, n) => word.slice(n, n + 2));
  const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length;
  return share >= 0.5 ? share : 0;
}

/** How well a product fits all words; 0 when one of them does not occur. In the title it counts twice. */
export function score(card: ProductCard, words: string): number {
  const title = card.title.toLowerCase();
  const text = textOf(card);
  let sum = 1;
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean)) {
    const found = fit(text, word);
    if (found === 0) return 0;
    sum += found + fit(title, word);
  }
  return sum;
}

/**
 * A catalogue behind an address that answers `{ shop: { id }, products: ProductCard[] }` in a language. What is no
 * product is left out.
 */
export function createCatalogue(read: (locale: string) => Promise<unknown>): Catalogue {
  const loading = new Map<string, Promise<Loaded>>();
  const load = (locale: string) => {
    const before = loading.get(locale);
    if (before) return before;
    const answer = read(locale).then(loaded);
    loading.set(locale, answer);
    answer.catch(() => loading.delete(locale));
    return answer;
  };
  return {
    shop: async (locale) => (await load(locale)).shop,
    async search(words, most, locale) {
      const scored = (await load(locale)).products.map((card) => ({ card, score: score(card, words) }));
      return scored
        .filter((row) => row.score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
        .map((row) => row.card);
    },
    find: async (id, locale) => (await load(locale)).products.find((card) => card.id === id),
  };
}
