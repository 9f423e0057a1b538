import type { Env } from '@xiaoer/core/env';
import type { ConversationId } from '@xiaoer/core/protocol';
import type { Conversations } from './conversations.ts';
import type { Lanes } from './lanes.ts';

const LOOK_MS = 1_000;

/** Conversations of which the log may hold more than anybody was told. */
export interface Doubts {
  /** An insert into it ended in an error: it may have been written all the same. */
  add(id: ConversationId): void;
  close(): void;
}

/**
 * Looks into the log soon after an insert failed, and again until it answers. Without it an op that was written, but
 * whose receipt was lost, would stay unseen by everybody until the next op in that conversation.
 */
export function createDoubts(env: Env, lanes: Lanes, conversations: Conversations): Doubts {
  const timers = new Map<ConversationId, () => void>();
  let closed = false;

  const look = async (id: ConversationId): Promise<void> => {
    const conversation = conversations.get(id);
    if (conversation) await conversations.refresh(conversation);
    else await conversations.load(id);
  };

  const add = (id: ConversationId): void => {
    if (closed || timers.has(id)) return;
    const cancel = env.timer(() => {
      timers.delete(id);
      void lanes.run(id, () => look(id)).catch(() => add(id));
    }, LOOK_MS);
    timers.set(id, cancel);
  };

  return {
    add,
    close() {
      closed = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}
