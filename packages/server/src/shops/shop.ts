import type { KnowledgeSource } from '@xiaoer/assistant';
import type { Address, OrderCard, ProductCard } from '@xiaoer/core/protocol';

/** Why a shop refused a write. */
export type ShopError = 'not-found' | 'not-signed-in' | 'too-late' | 'failed';

/** The merchant's own systems, as the house needs them. */
export interface Shop {
  readonly id: string;
  /** Catalogue and answers, as read at start. */
  readonly knowledge: KnowledgeSource;
  /** A product's card in a language, or undefined. */
  product(id: string, locale: string): ProductCard | undefined;
  /** Orders of a signed-in shopper (the token's subject), newest first. */
  orders(subject: string, locale: string): Promise<readonly OrderCard[]>;
  /** One order of that shopper: undefined for anybody else's. */
  order(subject: string, id: string, locale: string): Promise<OrderCard | undefined>;
  /** Changes where an order goes. The same `key` again changes nothing and answers the same. */
  changeAddress(
    subject: string,
    id: string,
    address: Address,
    key: string,
    locale: string,
  ): Promise<{ readonly order: OrderCard } | { readonly error: ShopError }>;
}
