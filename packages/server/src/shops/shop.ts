import type { KnowledgeSource } from '@xiaoer/assistant';
import type { Address, OrderCard, ProductCard } from '@xiaoer/core/protocol';

/** Why a shop refused a write. */
export type ShopError = 'not-found' | 'not-signed-in' | 'too-late' | 'failed';

/** What a tool of the shop is asked, for one shopper. */
export interface TaskCall {
  /** The token's subject; undefined for a visitor. */
  readonly subject: string | undefined;
  /** The conversation it is asked in. */
  readonly conversation: string;
  /** As the flow names them (docs/flows.md); plain JSON out of the conversation, to be checked like any input. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The same key again changes nothing and answers the same; absent for a tool that only reads. */
  readonly key: string | undefined;
  readonly locale: string;
}

/** What a tool answered: values a flow may speak of, the order as it is now; or a code that the flow may know. */
export type TaskAnswer =
  | { readonly values?: Readonly<Record<string, unknown>> | undefined; readonly order?: OrderCard | undefined }
  | { readonly error: string };

/** Carries out a task of a flow. */
export type ShopTask = (call: TaskCall) => Promise<TaskAnswer>;

/** An order that was found by its number alone. */
export interface FoundOrder {
  readonly subject: string;
  readonly id: string;
  /** As the shop writes it. */
  readonly number: string;
  readonly contact: { readonly phone?: string | undefined; readonly email?: string | undefined };
}

/** The merchant's own systems, as the house needs them. */
export interface Shop {
  readonly id: string;
  /** Catalogue and answers, as read at start. */
  readonly knowledge: KnowledgeSource;
  /** A product's card in a language, or undefined. */
  product(id: string, locale: string): ProductCard | undefined;
  /**
   * What is known of a signed-in shopper that answers may depend on: the level of membership and the region, as the
   * conditions of the answers call them.
   */
  shopper?(subject: string): Promise<{ readonly level?: string | undefined; readonly region?: string | undefined }>;
  /** Orders of a signed-in shopper (the token's subject), newest first. */
  orders(subject: string, locale: string): Promise<readonly OrderCard[]>;
  /**
   * Whose order a number is, and where who ordered can be reached; undefined when there is none, or nobody to reach. Letters
   * and digits only, capitals: `N20261042`.
   */
  orderByNumber?(number: string): Promise<FoundOrder | undefined>;
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
  /**
   * What it carries out beside that, by the names that flows use: `orders.cancel`, `orders.return` … Of everything that is
   * not named here the assistant says that it cannot do it, and gives it to a person.
   */
  readonly tasks?: Readonly<Record<string, ShopTask>> | undefined;
}
