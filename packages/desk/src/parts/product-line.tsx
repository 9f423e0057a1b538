import type { ProductCard } from '@xiaoer/core/protocol';
import { useDesk } from '../desk-context.ts';

/** A product in one line: picture, name, price, stock. */
export function ProductLine({ card }: { readonly card: ProductCard }) {
  const { t, format } = useDesk();
  const stock =
    card.stock === undefined
      ? ''
      : card.stock > 0
        ? t('side.stock', { n: format.number(card.stock) })
        : t('side.soldOut');
  return (
    <div class="product-line">
      {card.image ? <img src={card.image} alt="" width="48" height="48" loading="lazy" /> : <span class="no-picture" />}
      <div>
        <p class="product-name" dir="auto">
          {card.title}
        </p>
        <p class="product-facts">
          <span>{format.money(card.price)}</span>
          {stock && <span>{stock}</span>}
        </p>
      </div>
    </div>
  );
}
