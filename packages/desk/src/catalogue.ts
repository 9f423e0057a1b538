import { isObject, isProductCard, type ProductCard } from '@xiaoer/core/protocol';

/** The shop's public catalogue, read once when it is first needed. */
export interface Catalogue {
  /** Products that fit the words, best first. Rejects when the catalogue cannot be read; the next call tries again. */
  search(words: string, most: number): Promise<readonly ProductCard[]>;
  find(id: string): Promise<ProductCard | undefined>;
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

/** A catalogue behind an address that answers `{ products: ProductCard[] }`. What is no product is left out. */
export function createCatalogue(read: () => Promise<unknown>): Catalogue {
  let loading: Promise<readonly ProductCard[]> | undefined;
  const load = () => {
    loading ??= read()
      .then((answer) => {
        const products = isObject(answer) ? answer['products'] : undefined;
        if (!Array.isArray(products)) throw new Error('The catalogue has no list called "products".');
        return products.filter(isProductCard);
      })
      .catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
  return {
    async search(words, most) {
      const scored = (await load()).map((card) => ({ card, score: score(card, words) }));
      return scored
        .filter((row) => row.score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
        .map((row) => row.card);
    },
    find: async (id) => (await load()).find((card) => card.id === id),
  };
}
