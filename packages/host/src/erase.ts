import type { Env } from '@xiaoer/core/env';
import type { ConversationId } from '@xiaoer/core/protocol';
import type { Conversations } from './conversations.ts';
import { ERASED } from './erased.ts';
import type { Lanes } from './lanes.ts';
import { HOUSE } from './mask.ts';
import { emptyProjection } from './projection.ts';

/** Where conversations are erased: a host, or what stands for one that does not run. */
export interface EraseIn {
  readonly upkeep: {
    readonly env: Pick<Env, 'now'>;
    readonly lanes: Pick<Lanes, 'run'>;
    readonly conversations: Pick<Conversations, 'load' | 'apply' | 'release'>;
  };
}

/**
 * Erases one conversation, in its lane, so that nothing is appended meanwhile. `commit` makes it durable and answers with
 * the number of the event that stands for all before it: `closed`, the only one kept. It is two beyond the head that readers
 * hold, so that every cursor of before lies below what is kept and is answered with `reset` (server rule 3): whoever holds
 * the words throws them away. What the house knows of it in memory goes as well. Undefined when there is nothing to erase.
 */
export async function erase(
  { upkeep: { env, lanes, conversations } }: EraseIn,
  id: ConversationId,
  commit: () => Promise<number | undefined>,
): Promise<void> {
  await lanes.run(id, async () => {
    // Also one that rests: its row leaves the inbox as any other does that is closed.
    const conversation = await conversations.load(id);
    const first = await commit();
    if (!conversation || first === undefined) return;
    const { record, projection } = conversation;
    const { serving, joinedAt } = projection;
    conversation.record = { id, shop: record.shop, subject: ERASED, createdAt: record.createdAt };
    conversation.first = first;
    conversation.page = undefined;
    for (const name of Object.keys(projection)) Reflect.deleteProperty(projection, name);
    Object.assign(projection, emptyProjection(), { serving, joinedAt });
    const closed = { seq: first, id: 'house:erased', at: env.now(), from: HOUSE, kind: 'closed', body: {} };
    conversations.apply(conversation, [closed]);
    conversations.release(conversation);
  });
}
