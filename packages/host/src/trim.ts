import type { ConversationId } from '@xiaoer/core/protocol';
import type { Host } from './session-link.ts';
import { toSnapshot } from './snapshot.ts';

/**
 * Retention, one conversation at a time and in its lane, so that nothing is appended while its past is folded: forgets what
 * was said before number `wanted`, and keeps what follows from it (who speaks, what was read and taken back, what the bot
 * knows). Readers that are behind get a `reset` (server rule 3). Resolves with the oldest number kept; the newest event, and a
 * message that was left and not yet taken care of, always are.
 */
export const trim = (
  { upkeep: { lanes, log, conversations } }: Pick<Host, 'upkeep'>,
  id: ConversationId,
  wanted: number,
): Promise<number> =>
  lanes.run(id, async () => {
    const conversation = await conversations.load(id);
    if (!conversation) return 1;
    const { left } = conversation.projection;
    // A message that waits for somebody is not forgotten, however old it is.
    const first = Math.min(wanted, conversation.head, left?.seq ?? conversation.head);
    if (first > conversation.first) {
      const past = await conversations.fold(id, first - 1);
      if (past) await log.trim(id, first, toSnapshot({ ...past.projection, last: undefined }));
      conversation.first = await log.first(id);
    }
    conversations.release(conversation);
    return conversation.first;
  });
