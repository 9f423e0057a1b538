import type { Env } from '@xiaoer/core/env';
import type { ConversationId, InboxRow } from '@xiaoer/core/protocol';
import type { Append } from './append.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { HostSettings } from './host-options.ts';
import { isSettled } from './is-settled.ts';
import type { Lanes } from './lanes.ts';
import { HOUSE } from './mask.ts';

const LOOK_MS = 60_000;

/** What stays in memory of an open conversation that nobody uses: all that the desk's list shows. */
export interface Resting {
  readonly row: InboxRow;
  /** On the monotonic clock. */
  readonly quietSince: number;
}

/** Keeps the memory to what is in use, and closes what is over. */
export interface Housekeeping {
  start(): void;
  close(): void;
}

/**
 * Looks round once a minute. A conversation is a fold over its log, so one that nobody uses can leave the memory at any
 * time. One in which nothing was said for the merchant's time is closed, but never while it waits for a person, holds
 * a message that was left, or something that was promised.
 */
export function createHousekeeping(options: {
  readonly env: Env;
  readonly settings: HostSettings;
  readonly lanes: Lanes;
  readonly append: Append;
  readonly conversations: Conversations;
  readonly resting: Map<ConversationId, Resting>;
  readonly rowOf: (conversation: Conversation) => InboxRow;
}): Housekeeping {
  const { env, settings, lanes, append, conversations, resting, rowOf } = options;
  const { idleCloseMs, restAfterMs } = settings;
  let cancel: (() => void) | undefined;
  let closed = false;

  const isOver = (since: number): boolean => idleCloseMs > 0 && env.monotonic() - since >= idleCloseMs;

  const mayClose = (conversation: Conversation): boolean =>
    isSettled(conversation) &&
    !conversation.projection.left &&
    !conversation.projection.promise &&
    isOver(conversation.quietSince);

  const closeIdle = async (id: ConversationId): Promise<void> => {
    const conversation = await conversations.load(id);
    if (!conversation || !mayClose(conversation)) return;
    await append(conversation, {
      author: HOUSE,
      // After the serving state that it ends: two processes close it once.
      drafts: [{ id: `house:${conversation.projection.serving.seq}:idle`, kind: 'closed', body: { reason: 'idle' } }],
      bytes: 100,
      check: (now) => (mayClose(now) ? undefined : { code: 'serving-changed', message: 'somebody spoke' }),
    });
  };

  const rest = (conversation: Conversation): void => {
    resting.set(conversation.id, { row: rowOf(conversation), quietSince: conversation.quietSince });
    conversations.rest(conversation);
  };

  const look = async (): Promise<void> => {
    const over: ConversationId[] = [];
    for (const conversation of [...conversations.all()]) {
      if (mayClose(conversation)) over.push(conversation.id);
      else if (
        isSettled(conversation) &&
        conversation.readers.size === 0 &&
        env.monotonic() - conversation.touched >= restAfterMs
      )
        rest(conversation);
    }
    for (const [id, { row, quietSince }] of resting) if (!row.left && !row.promise && isOver(quietSince)) over.push(id);
    // One after the other: whoever talks comes first.
    for (const id of over) {
      if (closed) return;
      await lanes.run(id, () => closeIdle(id));
    }
  };

  const again = (): void => {
    if (closed) return;
    const every = Math.min(LOOK_MS, restAfterMs, idleCloseMs || LOOK_MS);
    cancel = env.timer(run, every);
  };

  function run(): void {
    void look()
      .catch((error: unknown) => {
        env.log('error', 'housekeeping.failed', { error: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(again);
  }

  return {
    start: run,
    close() {
      closed = true;
      cancel?.();
    },
  };
}
