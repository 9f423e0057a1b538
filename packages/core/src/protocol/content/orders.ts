import { type Guard, list, optional, shape, string } from '../shape.ts';
import { isOrderCard, type OrderCard } from './order.ts';

/** A picker: which order is it about? Answered by a text with `reply.value` = the order's id. */
export interface OrdersBody {
  readonly text?: string | undefined;
  readonly items: readonly OrderCard[];
}

/** Guard of {@link OrdersBody}. */
export const isOrders: Guard<OrdersBody> = shape<OrdersBody>({
  text: optional(string(1000)),
  items: list(isOrderCard, 12, 1),
});
