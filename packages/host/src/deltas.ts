import type { Env } from '@xiaoer/core/env';
import { type ConversationId, encode } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import { signal } from './signals.ts';
import type { Subscription } from './subscription.ts';

/** Twelve a second (rule 15). */
const EVERY_MS = 84;

/** The texts that are being written, on their way to everybody who reads along. */
export interface Deltas {
  /** What the reply with this id says so far. A text that does not go on from the last one is told from its start. */
  grow(conversation: Conversation, id: string, text: string): void;
  /** What has been said so far of the reply in progress. */
  textOf(id: ConversationId): string | undefined;
  /** Somebody came to read: what was said so far is told from its start. */
  look(conversation: Conversation): void;
  end(id: ConversationId): void;
  close(): void;
}

interface Writing {
  readonly conversation: Conversation;
  readonly id: string;
  text: string;
  /** UTF-16 code units that each link has been told. */
  told: WeakMap<Subscription, number>;
  cancel: (() => void) | undefined;
  /** When the next delta may go, on the monotonic clock. */
  next: number;
}

/**
 * Rule 15: deltas carry their offset, so that each link gets every piece once, in order, and one that attaches late or
 * was slow gets all that it lacks in one.
 */
export function createDeltas(env: Env): Deltas {
  const writing = new Map<ConversationId, Writing>();

  const flush = (given: Writing): void => {
    const { conversation, id, text, told } = given;
    given.cancel = undefined;
    given.next = env.monotonic() + EVERY_MS;
    const built = new Map<number, string>();
    let lagging = false;
    for (const subscription of conversation.readers) {
      const offset = told.get(subscription) ?? 0;
      if (offset >= text.length || !subscription.live) continue;
      if (!subscription.reader.window.open()) {
        lagging = true;
        continue;
      }
      const about = { conversation: conversation.id };
      const frame = built.get(offset) ?? encode(signal('delta', { id, offset, text: text.slice(offset) }, about));
      built.set(offset, frame);
      told.set(subscription, text.length);
      subscription.reader.sendText(frame);
    }
    if (lagging) schedule(given);
  };

  const schedule = (given: Writing): void => {
    given.cancel ??= env.timer(() => flush(given), Math.max(0, given.next - env.monotonic()));
  };

  return {
    grow(conversation, id, text) {
      let present = writing.get(conversation.id);
      if (!present) {
        present = { conversation, id, text, told: new WeakMap(), cancel: undefined, next: env.monotonic() };
        writing.set(conversation.id, present);
      }
      if (!text.startsWith(present.text)) present.told = new WeakMap();
      present.text = text;
      schedule(present);
    },
    textOf: (id) => writing.get(id)?.text,
    look({ id }) {
      const present = writing.get(id);
      if (present) schedule(present);
    },
    end(id) {
      writing.get(id)?.cancel?.();
      writing.delete(id);
    },
    close() {
      for (const { cancel } of writing.values()) cancel?.();
      writing.clear();
    },
  };
}
