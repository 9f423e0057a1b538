import { isName } from '../ids.ts';
import { isMoney, type Money } from '../money.ts';
import { type Guard, integer, isNumber, list, oneOf, optional, shape, string } from '../shape.ts';
import { isSafeUrl } from '../url.ts';

/** Where an order stands. */
export type OrderStatus =
  | 'unpaid'
  | 'paid'
  | 'packed'
  | 'shipped'
  | 'delivered'
  | 'cancelled'
  | 'returning'
  | 'refunded';

/** One line of an order. */
export interface OrderLine {
  readonly title: string;
  readonly product?: string | undefined;
  readonly options?: string | undefined;
  readonly image?: string | undefined;
  readonly quantity: number;
  readonly price: Money;
}

/** One step of the parcel's way. */
export interface OrderStep {
  readonly status: OrderStatus;
  readonly state: 'done' | 'now' | 'todo';
  /** Milliseconds since 1970; for a step to come, the expected time. */
  readonly at?: number | undefined;
}

/** The parcel and its last scan. */
export interface Parcel {
  readonly carrier: string;
  readonly number: string;
  readonly last?: string | undefined;
  readonly at?: number | undefined;
}

/** Where a parcel goes. */
export interface Address {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly text: string;
}

/** What an order card may offer. `confirm`: the address is right. */
export type OrderAction = 'pay' | 'confirm' | 'track' | 'address' | 'cancel' | 'return';

/** What an order card shows. Filled in by the server, for that principal only. */
export interface OrderCard {
  readonly id: string;
  readonly number: string;
  readonly placedAt: number;
  readonly status: OrderStatus;
  readonly lines: readonly OrderLine[];
  readonly total: Money;
  readonly steps?: readonly OrderStep[] | undefined;
  readonly parcel?: Parcel | undefined;
  readonly address?: Address | undefined;
  readonly actions?: readonly OrderAction[] | undefined;
}

/** One order. A page or an agent sends the id only; the server adds the card. */
export interface OrderBody {
  readonly order: string;
  readonly card?: OrderCard | undefined;
  readonly text?: string | undefined;
}

/** Guard of {@link OrderStatus}. */
export const isOrderStatus = oneOf(
  'unpaid',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'returning',
  'refunded',
);

/** Guard of {@link Address}. */
export const isAddress: Guard<Address> = shape<Address>({
  name: optional(string(80)),
  phone: optional(string(40)),
  text: string(400, 1),
});

/** Guard of {@link OrderCard}. */
export const isOrderCard: Guard<OrderCard> = shape<OrderCard>({
  id: isName,
  number: string(64, 1),
  placedAt: isNumber,
  status: isOrderStatus,
  lines: list(
    shape<OrderLine>({
      title: string(300, 1),
      product: optional(isName),
      options: optional(string(120)),
      image: optional(isSafeUrl),
      quantity: integer(1, 100_000),
      price: isMoney,
    }),
    60,
  ),
  total: isMoney,
  steps: optional(
    list(
      shape<OrderStep>({
        status: isOrderStatus,
        state: oneOf('done', 'now', 'todo'),
        at: optional(isNumber),
      }),
      10,
    ),
  ),
  parcel: optional(
    shape<Parcel>({
      carrier: string(80),
      number: string(64),
      last: optional(string(300)),
      at: optional(isNumber),
    }),
  ),
  address: optional(isAddress),
  actions: optional(list(oneOf('pay', 'confirm', 'track', 'address', 'cancel', 'return'), 6)),
});

/** Guard of {@link OrderBody}. */
export const isOrder: Guard<OrderBody> = shape<OrderBody>({
  order: isName,
  card: optional(isOrderCard),
  text: optional(string(1000)),
});
