import type { Conversation } from '@xiaoer/core/desk';
import type { Desk } from '../desk-client.ts';
import { focusOf, ordersOf } from '../side/findings.ts';
import type { ReplyValues } from './fill-in.ts';

/** What is known for a reply in this conversation: the newest order, the product in focus, and the names. */
export async function valuesOf(desk: Desk, conversation: Conversation, locale: string): Promise<ReplyValues> {
  const items = conversation.messages.peek();
  const focus = focusOf(conversation.page.peek(), items);
  const [shown] = ordersOf(items);
  const [orders, card] = await Promise.all([
    shown ? [shown] : desk.orders(conversation.id),
    focus === undefined ? undefined : desk.catalogue.find(focus, locale).catch(() => undefined),
  ]);
  return {
    shopper: desk.row.peek()?.shopper.name,
    agent: desk.client.principal.peek()?.name,
    shop: desk.client.shop.peek()?.name,
    order: orders?.[0]?.number,
    product: card?.title,
  };
}
