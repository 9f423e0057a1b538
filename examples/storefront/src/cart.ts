import { type Catalogue, firstVariant, type Money, type Product, piecesLeft, type Variant } from './catalogue.ts';
import { kept } from './kept.ts';

/** One product, in one variant, so many times. */
export interface CartLine {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly quantity: number;
}

/** How adding ended. `few`: with what is in the cart already, more were asked for than are left. */
export type Added =
  | { readonly ok: true; readonly line: CartLine }
  | { readonly ok: false; readonly why: 'unknown' | 'sold-out' }
  | { readonly ok: false; readonly why: 'few'; readonly left: number; readonly inCart: number };

/** What the shopper wants to buy. */
export interface Cart {
  readonly lines: readonly CartLine[];
  /** Pieces in all. */
  readonly count: number;
  readonly total: Money;
  add(product: string, variant?: string, quantity?: number): Added;
  /** Sets how many of a line there are; none removes it. */
  change(line: CartLine, quantity: number): void;
}

/** What one piece of a line costs. */
export const unitPrice = ({ product, variant }: CartLine): Money => variant?.price ?? product.price;

interface StoredLine {
  readonly product: string;
  readonly variant?: string | undefined;
  readonly quantity: number;
}

const isStoredLine = (value: unknown): value is StoredLine => {
  const line = value as Partial<StoredLine> | null;
  return typeof line?.product === 'string' && Number.isSafeInteger(line.quantity) && Number(line.quantity) > 0;
};

/** The cart of a shop, kept in this browser. What is no longer sold drops out of it. `changed` is told of every change. */
export function createCart(catalogue: Catalogue, changed: () => void): Cart {
  const products = new Map(catalogue.products.map((product) => [product.id, product]));
  const store = kept<readonly StoredLine[]>(`storefront:${catalogue.shop.id}:cart`, (stored) =>
    Array.isArray(stored) ? stored.filter(isStoredLine) : [],
  );

  function lines(): readonly CartLine[] {
    return store.get().flatMap(({ product: id, variant: variantId, quantity }) => {
      const product = products.get(id);
      if (!product) return [];
      const variant = product.variants?.find((candidate) => candidate.id === variantId);
      return product.variants?.length && !variant ? [] : [{ product, variant, quantity }];
    });
  }

  const same = (a: CartLine, b: CartLine) => a.product === b.product && a.variant === b.variant;

  function keep(next: readonly CartLine[]) {
    store.set(next.map(({ product, variant, quantity }) => ({ product: product.id, variant: variant?.id, quantity })));
    changed();
  }

  return {
    get lines() {
      return lines();
    },
    get count() {
      return lines().reduce((sum, line) => sum + line.quantity, 0);
    },
    get total() {
      const amount = lines().reduce((sum, line) => sum + unitPrice(line).amount * line.quantity, 0);
      return { amount, currency: catalogue.shop.currency };
    },
    add(id, variantId, quantity = 1) {
      const product = products.get(id);
      if (!product || product.onSale === false) return { ok: false, why: 'unknown' };
      const variant =
        variantId === undefined
          ? firstVariant(product)
          : product.variants?.find((candidate) => candidate.id === variantId);
      if (variantId !== undefined && !variant) return { ok: false, why: 'unknown' };
      const left = piecesLeft(product, variant);
      if (left === 0) return { ok: false, why: 'sold-out' };
      const before = lines();
      const wanted: CartLine = { product, variant, quantity };
      const line = before.find((candidate) => same(candidate, wanted));
      const all = { ...wanted, quantity: (line?.quantity ?? 0) + quantity };
      if (left !== undefined && all.quantity > left)
        return { ok: false, why: 'few', left, inCart: line?.quantity ?? 0 };
      keep(line ? before.map((candidate) => (candidate === line ? all : candidate)) : [...before, all]);
      return { ok: true, line: all };
    },
    change(line, quantity) {
      keep(
        lines().flatMap((candidate) =>
          same(candidate, line) ? (quantity > 0 ? [{ ...candidate, quantity }] : []) : [candidate],
        ),
      );
    },
  };
}
