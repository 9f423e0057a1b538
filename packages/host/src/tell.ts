import type { ConversationId } from '@xiaoer/core/protocol';
import type { Append } from './append.ts';
import type { Conversations } from './conversations.ts';
import type { Lanes } from './lanes.ts';
import { HOUSE } from './mask.ts';

/** A line of the house. */
export interface Told {
  /** Named after its cause: the same again is recorded once. */
  readonly id: string;
  readonly text: string;
}

/**
 * Lets the house tell a shopper something, in a conversation that may be closed. Resolves when it is durable: true also
 * for a repeat, false where there is no such conversation.
 * @throws Error when the log cannot be written now; try again.
 */
export type Tell = (conversation: ConversationId, told: Told) => Promise<boolean>;

/** Lines of the house, each a `notice` by it. */
export function createTell(options: {
  readonly lanes: Lanes;
  readonly conversations: Conversations;
  readonly append: Append;
}): Tell {
  const { lanes, conversations, append } = options;
  return (id, told) =>
    lanes.run(id, async () => {
      const conversation = await conversations.load(id);
      if (!conversation) return false;
      const { text } = told;
      const outcome = await append(conversation, {
        author: HOUSE,
        drafts: [{ id: told.id, kind: 'notice', body: { text } }],
        bytes: 3 * text.length + 100,
      });
      conversations.release(conversation);
      if (!outcome.ok) throw new Error(`the house's line was not taken: ${outcome.refusal.code}`);
      return true;
    });
}
