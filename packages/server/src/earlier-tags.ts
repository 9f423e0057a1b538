import { type DialogueState, isTag, type Tag } from '@xiaoer/assistant';
import { isObject, readContent } from '@xiaoer/core/protocol';
import type { ConversationRecord, Log } from '@xiaoer/host';

/** So many of a conversation's newest events are looked through, and so many conversations. */
const NEWEST = 60;
const CONVERSATIONS = 3;

/** Where a shopper's earlier conversations are read. */
export type History = Pick<Log, 'allOf' | 'head' | 'read'>;

/**
 * What was remembered of a shopper when the last conversation ended. It stands in that conversation, under the shopper's own
 * key, and nowhere else: who erases the shopper erases it.
 */
export async function earlierTags(
  { allOf, head, read }: History,
  { shop, subject, id }: ConversationRecord,
): Promise<readonly Tag[]> {
  const before = (await allOf(shop, subject)).filter((one) => one.id !== id).slice(0, CONVERSATIONS);
  for (const one of before) {
    const last = (await head(one.id))?.head ?? 0;
    const events = await read(one.id, Math.max(0, last - NEWEST), NEWEST);
    const trace = events.findLast(({ kind }) => kind === 'trace');
    const content = trace && readContent(trace);
    if (content?.kind !== 'trace' || !isObject(content.body.state)) continue;
    const { tags } = content.body.state as Partial<DialogueState>;
    return Array.isArray(tags) ? tags.filter(isTag) : [];
  }
  return [];
}
