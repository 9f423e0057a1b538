import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';

/** What a merchant puts right in what the type rules make of his catalogue: a rule for many fields, or one value. */
export interface Correction {
  /** Name of the field, in any language. */
  readonly field: string;
  /** Only in this category, on any level. */
  readonly category?: string | undefined;
  /** Only of this product. */
  readonly product?: string | undefined;
  /** Only where the value is this text. */
  readonly value?: string | undefined;
  /** The property that the field states: `load`, `size`, `weight` … */
  readonly means?: string | undefined;
  /** Unit of numbers that have none: `cm`, `kg`. */
  readonly unit?: string | undefined;
  /** What the values are, when the rules see numbers in words: `words`, `text`, `code`. */
  readonly type?: 'words' | 'text' | 'code' | undefined;
  /** The value as it should be. */
  readonly becomes?: string | undefined;
  /** The field is told to nobody. */
  readonly hide?: boolean | undefined;
}

type Attribute = Product['attributes'][number];

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Whether a correction is about this field of this product. */
export function concerns(one: Correction, { id, category }: Product, { name, value }: Attribute): boolean {
  const has = (texts: readonly string[], wanted: string | undefined) =>
    wanted === undefined || texts.some((text) => plain(text) === plain(wanted));
  return (
    has(everyText(name), one.field) &&
    (one.product === undefined || one.product === id) &&
    has(category.flatMap(everyText), one.category) &&
    has(everyText(value), one.value)
  );
}

/** Products with values put right and fields left out as the merchant says. */
export function correct(products: readonly Product[], corrections: readonly Correction[] = []): readonly Product[] {
  const rules = corrections.filter(({ becomes, hide }) => becomes !== undefined || hide);
  if (rules.length === 0) return products;
  return products.map((product) => {
    const attributes = product.attributes.flatMap((attribute): Attribute[] => {
      const rule = rules.find((one) => concerns(one, product, attribute));
      if (!rule) return [attribute];
      return rule.hide ? [] : [{ ...attribute, value: rule.becomes ?? attribute.value }];
    });
    return { ...product, attributes };
  });
}
