import type { Product, Variant } from './catalogue.ts';
import { element } from './element.ts';
import { plain } from './localized.ts';
import type { ShopContext } from './shop-context.ts';

/** Between the dimensions of a flattened label: `200 × 230 cm / Winter`. */
const BETWEEN = ' / ';

/** A variant in one line of running text. */
export const variantLabel = (shop: ShopContext, variant: Variant): string =>
  shop
    .text(variant.label)
    .split(BETWEEN)
    .join(shop.locale === 'zh-CN' ? '，' : ', ');

/** The catalogue does not name dimensions; sizes and weights can be told by their units. */
function legend({ words }: ShopContext, values: readonly string[]): string {
  if (values.every((value) => /\d\s*(cm|mm|ml|m|L|寸|米)|[×–]\s*\d|^(X*[SL]|M)( |$)/i.test(value))) return words.size;
  if (values.every((value) => /\d\s*k?g\b/i.test(value))) return words.weight;
  return words.style;
}

/**
 * The choice among a product's variants: a row of radio buttons for each dimension. Labels that do not divide alike are
 * one dimension. Where a combination does not exist, the nearest one with the value just chosen is taken.
 */
export function productOptions(
  shop: ShopContext,
  product: Product,
  chosen: Variant | undefined,
  choose: (variant: Variant) => void,
): readonly HTMLFieldSetElement[] {
  const variants = product.variants ?? [];
  if (variants.length === 0) return [];
  const split = variants.map((variant) => shop.text(variant.label).split(BETWEEN));
  const dimensions = split[0]?.length ?? 1;
  const even = split.every((parts) => parts.length === dimensions);
  const rows = variants.map((variant, index) => ({
    variant,
    parts: even ? (split[index] ?? []) : [shop.text(variant.label)],
  }));
  let current = rows.find(({ variant }) => variant === chosen) ?? rows[0];

  const radios: { readonly input: HTMLInputElement; readonly note: HTMLElement; dimension: number; value: string }[] =
    [];

  /** The variant that has `value` in `dimension` and shares most of the rest with what is chosen now. */
  function nearest(dimension: number, value: string) {
    const shared = (parts: readonly string[]) => parts.filter((part, at) => part === current?.parts[at]).length;
    return rows.filter(({ parts }) => parts[dimension] === value).sort((a, b) => shared(b.parts) - shared(a.parts))[0];
  }

  function mark() {
    for (const { input, note, dimension, value } of radios) {
      input.checked = current?.parts[dimension] === value;
      const soldOut = nearest(dimension, value)?.variant.stock === 0;
      input.classList.toggle('out', soldOut);
      note.textContent = soldOut ? ` ${shop.words.soldOut}` : '';
    }
  }

  const fieldsets = Array.from({ length: even ? dimensions : 1 }, (_, dimension) => {
    const values = [...new Set(rows.map(({ parts }) => parts[dimension] ?? ''))];
    const labels = values.map((value) => {
      const input = element('input', {
        type: 'radio',
        name: `option-${dimension}`,
        value,
        on: {
          change: () => {
            const next = nearest(dimension, value);
            if (!next) return;
            current = next;
            mark();
            choose(next.variant);
          },
        },
      });
      const note = element('span', { class: 'hidden' });
      radios.push({ input, note, dimension, value });
      return element('label', { class: 'option' }, input, element('span', { class: 'option-face' }, value, note));
    });
    const original = variants.map((variant) => plain(variant.label).split(BETWEEN)[dimension] ?? plain(variant.label));
    return element(
      'fieldset',
      { class: 'options' },
      element('legend', {}, legend(shop, [...values, ...original])),
      ...labels,
    );
  });
  mark();
  return fieldsets;
}
