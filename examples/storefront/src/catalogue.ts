import { type Localized, plain } from './localized.ts';

/** An amount in integer minor units of an ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** One choice of size, colour … of a product. Several dimensions are flattened into one label: `200 × 230 / Winter`. */
export interface Variant {
  readonly id: string;
  readonly label: Localized;
  readonly price?: Money;
  readonly stock?: number;
}

/** A product as `/shop/catalogue.json` has it. */
export interface Product {
  readonly id: string;
  readonly title: Localized;
  readonly summary?: Localized;
  readonly category: readonly Localized[];
  readonly keywords?: readonly Localized[];
  readonly tags?: readonly Localized[];
  readonly price: Money;
  readonly was?: Money;
  readonly stock?: number;
  readonly image?: string;
  readonly url?: string;
  readonly attributes: readonly { readonly name: Localized; readonly value: Localized }[];
  readonly variants?: readonly Variant[];
  readonly onSale?: boolean;
}

/** Everything the page knows: any shop's folder, served in one shape. */
export interface Catalogue {
  readonly shop: {
    readonly id: string;
    readonly name: Localized;
    readonly currency: string;
    readonly locales: readonly string[];
    /** IANA name of the zone in which the shop tells days. */
    readonly timeZone?: string;
  };
  readonly products: readonly Product[];
  /** Whether this server lets visitors try the shop as one of its made-up shoppers. */
  readonly signIn: boolean;
}

/** A category of the catalogue, by the key that stands in addresses. */
export interface Category {
  readonly key: string;
  readonly name: Localized;
}

/** Reads the catalogue of the shop that is being served. */
export async function loadCatalogue(): Promise<Catalogue> {
  const answer = await fetch('/shop/catalogue.json');
  if (!answer.ok) throw new Error(`/shop/catalogue.json answered ${answer.status}`);
  return (await answer.json()) as Catalogue;
}

/** Products that can be bought; the others stay readable for old orders. */
export const onSale = (catalogue: Catalogue): readonly Product[] =>
  catalogue.products.filter((product) => product.onSale !== false);

/** The part of an address that names a category, the same in every language. */
export const categoryKey = (name: Localized): string =>
  (typeof name === 'string' ? name : (name['en'] ?? plain(name)))
    .toLowerCase()
    .replace(/&/g, ' and ')
    .trim()
    .replace(/\s+/g, '-');

/** The categories at `level` (0 is the most general), in the order of the catalogue. */
export function categories(products: readonly Product[], level: number): readonly Category[] {
  const found = new Map<string, Category>();
  for (const { category } of products) {
    const name = category[level];
    if (name === undefined) continue;
    const key = categoryKey(name);
    if (!found.has(key)) found.set(key, { key, name });
  }
  return [...found.values()];
}

/** The variant that a product is shown with: of the product's own price and in stock, if there is one. */
export function firstVariant({ variants, price }: Product): Variant | undefined {
  const inStock = variants?.filter((variant) => variant.stock !== 0) ?? [];
  const own = inStock.find((variant) => !variant.price || variant.price.amount === price.amount);
  return own ?? inStock[0] ?? variants?.[0];
}

/** Pieces left of what was chosen; undefined when the shop does not say. */
export const piecesLeft = (product: Product, variant: Variant | undefined): number | undefined =>
  variant?.stock ?? product.stock;
