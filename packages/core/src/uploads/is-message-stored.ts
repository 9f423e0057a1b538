import type { ChatEvent, UploadId } from '../protocol/index.ts';
import type { Store } from '../stores/store.ts';

/** Whether the store holds the message of an upload: as an op that waits, or in the log. */
export async function isMessageStored(store: Store, id: UploadId): Promise<boolean> {
  // One becomes the other in one transaction: what is no op any more is an event by now.
  const ops = await store.list(['op']);
  if (ops.some(({ value }) => (value as { id?: string }).id === id)) return true;
  const batches = await store.list(['event']);
  return batches.some(({ value }) => (value as readonly ChatEvent[]).some((event) => event.id === id));
}
