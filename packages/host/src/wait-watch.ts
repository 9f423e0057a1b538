import type { Env } from '@xiaoer/core/env';
import type { ConversationId } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { Projection } from './projection.ts';

/** Sees that nobody waits for a person unseen. */
export interface WaitWatch {
  /** Looks at a conversation again after it changed. */
  update(conversation: Conversation): void;
  close(): void;
}

/** A shopper who waits for a person: since when, and the event that the wait is named after. */
export interface Wait {
  readonly since: number;
  readonly cause: number;
}

/**
 * In the queue a shopper waits since the wish; with an agent who was wished for since that agent came, until the first words,
 * whatever the bot said before; then since the first words without an answer. Undefined while the bot serves, and while the
 * shopper is to speak.
 */
export function waitOf({ serving, waitingSince, waitingSeq, joinedAt, agentSpoke }: Projection): Wait | undefined {
  const { mode, seq, requestedAt } = serving;
  if (mode === 'queued') return { since: requestedAt ?? 0, cause: seq };
  if (mode === 'agent' && requestedAt !== undefined && agentSpoke < seq) return { since: joinedAt ?? 0, cause: seq };
  if (mode !== 'agent' || waitingSince === undefined || waitingSeq === undefined) return undefined;
  return { since: Math.max(waitingSince, joinedAt ?? 0), cause: waitingSeq };
}

/**
 * One timer a conversation, by the wall clock: the log says since when, so a restart finds the same moment. What it comes
 * to is named after the wait's cause, so it is recorded once.
 */
export function createWaitWatch(options: {
  readonly env: Env;
  /** After this the shopper is told, and may leave a message; 0 for never. */
  readonly tellAfterMs: number;
  /** After this an agent who does not answer loses the conversation; 0 for never. */
  readonly answerLimitMs: number;
  readonly onTell: (conversation: Conversation, cause: number) => void;
  readonly onLimit: (conversation: Conversation, cause: number) => void;
}): WaitWatch {
  const { env, tellAfterMs, answerLimitMs, onTell, onLimit } = options;
  const timers = new Map<ConversationId, { readonly key: string; readonly cancel: () => void }>();

  const nextOf = ({ projection }: Conversation) => {
    const wait = waitOf(projection);
    if (!wait) return undefined;
    const { since, cause } = wait;
    const tells = tellAfterMs > 0 && projection.told !== cause && !projection.left;
    const limits = answerLimitMs > 0 && projection.serving.mode === 'agent';
    if (tells && !(limits && answerLimitMs < tellAfterMs))
      return { key: `${cause} tell`, at: since + tellAfterMs, run: onTell, cause };
    return limits ? { key: `${cause} limit`, at: since + answerLimitMs, run: onLimit, cause } : undefined;
  };

  return {
    update(conversation) {
      const { id } = conversation;
      const next = nextOf(conversation);
      const present = timers.get(id);
      if (present?.key === next?.key) return;
      present?.cancel();
      timers.delete(id);
      if (!next) return;
      const { key, at, run, cause } = next;
      const cancel = env.timer(() => run(conversation, cause), Math.max(0, at - env.now()));
      // It stays when it is over, so that the same wait does not come to the same end again.
      timers.set(id, { key, cancel });
    },
    close() {
      for (const { cancel } of timers.values()) cancel();
      timers.clear();
    },
  };
}
