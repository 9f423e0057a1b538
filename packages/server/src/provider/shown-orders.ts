import { type OrderCard, readContent } from '@xiaoer/core/protocol';
import type { ConversationRecord, Log } from '@xiaoer/host';

/** So many of a conversation's newest events are looked through. */
const NEWEST = 80;

/**
 * Orders that the bot or an agent has shown in this conversation, each as it was shown last, the newest first. Nothing is asked of
 * the shop: what no flow has found for this shopper is not there.
 */
export async function shownOrders(
  { head, read }: Pick<Log, 'head' | 'read'>,
  { id }: ConversationRecord,
): Promise<readonly OrderCard[]> {
  const last = (await head(id))?.head ?? 0;
  const events = await read(id, Math.max(0, last - NEWEST), NEWEST);
  const found = new Map<string, OrderCard>();
  for (const event of [...events].reverse()) {
    if (event.from.role === 'shopper') continue;
    const content = readContent(event);
    const cards =
      content.kind === 'order' && content.body.card
        ? [content.body.card]
        : content.kind === 'orders'
          ? content.body.items
          : [];
    for (const card of cards) if (!found.has(card.id)) found.set(card.id, card);
  }
  return [...found.values()];
}
