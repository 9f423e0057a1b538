import { isObject, isOrderCard, type OrderCard } from '@xiaoer/core/protocol';

/** The orders of a conversation's shopper; undefined where the shop does not tell. */
export type OrdersSource = (conversation: string) => Promise<readonly OrderCard[] | undefined>;

/**
 * Asks the server. Anything else than a list of orders counts as "does not tell": the side then shows the orders that
 * appear in the conversation.
 */
export const fetchOrders =
  (read: (address: string) => Promise<Response>): OrdersSource =>
  async (conversation) => {
    try {
      const answer = await read(`/desk/api/orders?conversation=${encodeURIComponent(conversation)}`);
      if (!answer.ok) return undefined;
      const body: unknown = await answer.json();
      const orders = isObject(body) ? body['orders'] : undefined;
      return Array.isArray(orders) ? orders.filter(isOrderCard) : undefined;
    } catch {
      return undefined;
    }
  };
