import type { ChatEvent, ConversationId, UploadId } from '../protocol/index.ts';
import type { Store } from '../stores/store.ts';

/**
 * Whether the store holds the message of an upload: as an op that waits, or in the log of a conversation that is read
 * here. One that stands in another, which is over, does not come.
 */
export async function isMessageStored(
  store: Store,
  id: UploadId,
  isReadHere: (conversation: ConversationId) => boolean,
): Promise<boolean> {
  // One becomes the other in one transaction: what is no op any more is an event by now.
  const ops = await store.list(['op']);
  if (ops.some(({ value }) => (value as { id?: string }).id === id)) return true;
  const batches = await store.list(['event']);
  return batches.some(
    ({ key, value }) => isReadHere(String(key[1])) && (value as readonly ChatEvent[]).some((event) => event.id === id),
  );
}
