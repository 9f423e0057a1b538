import type { Env } from '@xiaoer/core/env';
import { type ConversationId, TYPING_MS } from '@xiaoer/core/protocol';

/** Knows which shoppers are writing, so that the bot does not answer half a thought. */
export interface TypingWatch {
  /** The shopper's typing signal. */
  signal(id: ConversationId, on: boolean): void;
  /** A message of the shopper came in: that writing is over. */
  sent(id: ConversationId): void;
  /** Milliseconds the bot should still wait; 0 when it may answer. */
  waitFor(id: ConversationId): number;
  /** The bot takes its turn: the next wait is counted anew. */
  answered(id: ConversationId): void;
}

/** Shoppers remembered before those who stopped writing are forgotten. */
const MOST = 10_000;

interface Writing {
  /** When it ended or will end by itself, on the monotonic clock. */
  until: number;
  /** Since when the bot waits for it. */
  waitingSince: number | undefined;
}

/**
 * Server rule 9, its last sentence: at once, unless the shopper is already typing again; then after `quietMs` of
 * quiet, at most `mostMs`.
 */
export function createTypingWatch(env: Env, quietMs: number, mostMs: number): TypingWatch {
  const writing = new Map<ConversationId, Writing>();

  return {
    signal(id, on) {
      const now = env.monotonic();
      const present = writing.get(id);
      if (writing.size >= MOST)
        for (const [other, { until }] of writing) if (until + quietMs < now) writing.delete(other);
      if (on) writing.set(id, { until: now + TYPING_MS, waitingSince: present?.waitingSince });
      else if (present) present.until = Math.min(present.until, now);
    },
    sent(id) {
      const present = writing.get(id);
      if (present?.waitingSince === undefined) writing.delete(id);
      else present.until = env.monotonic() - quietMs;
    },
    waitFor(id) {
      const present = writing.get(id);
      if (!present) return 0;
      const now = env.monotonic();
      present.waitingSince ??= now;
      const most = present.waitingSince + mostMs - now;
      const quiet = present.until + quietMs - now;
      // Somebody still typing is looked at again in short steps, because a later signal moves the end.
      const wait = Math.min(most, quiet, quietMs);
      return Math.max(0, wait);
    },
    answered(id) {
      writing.delete(id);
    },
  };
}
