import { isName } from '../ids.ts';
import { isMoney, type Money } from '../money.ts';
import { type Guard, integer, list, optional, record, shape, string } from '../shape.ts';
import { isSafeUrl } from '../url.ts';

/** One choice of size, colour … of a product. */
export interface ProductVariant {
  readonly id: string;
  readonly label: string;
  readonly price?: Money | undefined;
  /** Pieces left; absent when the shop does not say. */
  readonly stock?: number | undefined;
}

/** What a product card shows. Filled in by the server from the catalogue. */
export interface ProductCard {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly image?: string | undefined;
  readonly url?: string | undefined;
  readonly price: Money;
  readonly was?: Money | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Pieces left; absent when the shop does not say. */
  readonly stock?: number | undefined;
  /** Why it fits, in one line. */
  readonly reason?: string | undefined;
  readonly variants?: readonly ProductVariant[] | undefined;
  /** Attributes by name, in the shop's order. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** One product. A page or an agent sends the id only; the server adds the card. */
export interface ProductBody {
  readonly product: string;
  readonly card?: ProductCard | undefined;
  readonly text?: string | undefined;
}

/** Guard of {@link ProductCard}. */
export const isProductCard: Guard<ProductCard> = shape<ProductCard>({
  id: isName,
  title: string(300, 1),
  subtitle: optional(string(300)),
  image: optional(isSafeUrl),
  url: optional(isSafeUrl),
  price: isMoney,
  was: optional(isMoney),
  tags: optional(list(string(40), 8)),
  stock: optional(integer(0)),
  reason: optional(string(300)),
  variants: optional(
    list(
      shape<ProductVariant>({
        id: isName,
        label: string(120),
        price: optional(isMoney),
        stock: optional(integer(0)),
      }),
      60,
    ),
  ),
  attributes: optional(record(string(2000), 40)),
});

/** Guard of {@link ProductBody}. */
export const isProduct: Guard<ProductBody> = shape<ProductBody>({
  product: isName,
  card: optional(isProductCard),
  text: optional(string(1000)),
});
