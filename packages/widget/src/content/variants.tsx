import type { ProductCard, ProductVariant } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';

/** Pieces left of what would go into the cart; undefined when the shop does not say or nothing is chosen. */
export function stockOf(product: ProductCard, variant: ProductVariant | undefined): number | undefined {
  const all = product.variants ?? [];
  if (variant) return variant.stock ?? product.stock;
  return all.length > 0 && all.every(({ stock }) => stock === 0) ? 0 : product.stock;
}

/** The only variant that can be had, when there is no choice to make. */
export function onlyVariant(product: ProductCard): ProductVariant | undefined {
  const open = (product.variants ?? []).filter(({ stock }) => stock !== 0);
  return open.length === 1 ? open[0] : undefined;
}

/** Size, colour … as radio buttons. What is sold out stays to be read, and cannot be chosen. */
export function Variants(props: {
  readonly product: ProductCard;
  readonly chosen: ProductVariant | undefined;
  /** Unique in the document. */
  readonly name: string;
  readonly context: CardContext;
  readonly onChoose: (variant: ProductVariant) => void;
}) {
  const { t } = props.context;
  return (
    <div class="c-variants" role="radiogroup" aria-label={t('card.options')}>
      {props.product.variants?.map((variant) => (
        <label class="c-variant" key={variant.id} data-off={variant.stock === 0}>
          <input
            type="radio"
            class="c-hidden"
            name={props.name}
            checked={variant.id === props.chosen?.id}
            disabled={variant.stock === 0}
            onChange={() => props.onChoose(variant)}
          />
          <span dir="auto">
            {variant.label}
            {variant.stock === 0 && <span class="c-hidden"> {t('card.soldOut')}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
