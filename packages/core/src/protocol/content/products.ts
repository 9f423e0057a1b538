import { type Guard, list, optional, shape, string } from '../shape.ts';
import { isProductCard, type ProductCard } from './product.ts';
import { isSource, type Source } from './text.ts';

/** Several products side by side, each with the reason why it fits. */
export interface ProductsBody {
  readonly text?: string | undefined;
  readonly items: readonly ProductCard[];
  readonly source?: Source | undefined;
}

/** Guard of {@link ProductsBody}. */
export const isProducts: Guard<ProductsBody> = shape<ProductsBody>({
  text: optional(string(1000)),
  items: list(isProductCard, 12, 1),
  source: optional(isSource),
});
