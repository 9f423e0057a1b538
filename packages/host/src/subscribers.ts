import type { Env } from '@xiaoer/core/env';
import { type ChatEvent, type Cursor, type Events, encode, LIMITS, MAX_REPLAY } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { Log } from './log.ts';
import { visible } from './mask.ts';
import type { Reader, Subscription } from './subscription.ts';

/** Who reads what, and how it gets there. */
export interface Subscribers {
  /** Server rule 3: attaches first, then replays from the cursor or resets. */
  attach(conversation: Conversation, reader: Reader, cursor: Cursor | undefined): Subscription;
  detach(subscription: Subscription): void;
  /** Pushes what was just made durable. */
  publish(conversation: Conversation, events: readonly ChatEvent[]): void;
}

/** Subscribers of all conversations of a log. */
export function createSubscribers(options: {
  readonly env: Env;
  readonly log: Log;
  readonly veil?: ((event: ChatEvent) => ChatEvent) | undefined;
  /** A reader has everything, and hears from here on what happens. */
  readonly onLive: (conversation: Conversation) => void;
  /** A conversation lost its last reader. */
  readonly onUnread: (conversation: Conversation) => void;
}): Subscribers {
  const { env, log, veil, onLive, onUnread } = options;
  const page = LIMITS.pageEvents;

  const frameOf = (conversation: Conversation, events: readonly ChatEvent[], role: Reader['role']): Events => ({
    t: 'events',
    conversation: conversation.id,
    epoch: log.epoch(),
    events: visible(events, role, conversation.projection.retracted, veil),
    first: conversation.first,
  });

  const push = (subscription: Subscription, text: string, events: number): void => {
    subscription.reader.window.sent(events, text.length);
    subscription.reader.sendText(text);
  };

  const reset = async (subscription: Subscription): Promise<void> => {
    const { conversation, reader } = subscription;
    conversation.first = await log.first(conversation.id);
    const events = await log.read(conversation.id, Math.max(conversation.head - page, conversation.first - 1), page);
    if (subscription.ended) return;
    const head = Math.max(events.at(-1)?.seq ?? 0, conversation.head);
    subscription.resetting = false;
    subscription.position = events.at(-1)?.seq ?? conversation.head;
    const text = encode({
      t: 'reset',
      conversation: conversation.id,
      epoch: log.epoch(),
      events: visible(events, reader.role, conversation.projection.retracted, veil),
      head,
      first: conversation.first,
      serving: conversation.projection.serving,
    });
    push(subscription, text, events.length);
  };

  const replay = async (subscription: Subscription): Promise<void> => {
    const { conversation, reader, position } = subscription;
    const events = await log.read(conversation.id, position, page);
    if (subscription.ended) return;
    if (events[0]?.seq !== position + 1) {
      subscription.resetting = true;
      return;
    }
    subscription.position = events.at(-1)?.seq ?? position;
    push(subscription, encode(frameOf(conversation, events, reader.role)), events.length);
  };

  const catchUp = async (subscription: Subscription): Promise<void> => {
    if (subscription.catchingUp) return;
    subscription.catchingUp = true;
    const { conversation, reader } = subscription;
    try {
      while (!subscription.ended) {
        if (!reader.window.open()) {
          reader.window.whenOpen(subscription, () => void catchUp(subscription));
          return;
        }
        const behind = conversation.head - subscription.position;
        if (subscription.resetting || behind > MAX_REPLAY) await reset(subscription);
        else if (behind > 0) await replay(subscription);
        else {
          // Nothing was awaited since the head was compared, so no event can fall between replay and push.
          subscription.live = true;
          onLive(conversation);
          return;
        }
      }
    } catch (error) {
      env.log('error', 'subscribers.read-failed', { error: error instanceof Error ? error.name : 'unknown' });
      reader.fail();
    } finally {
      subscription.catchingUp = false;
    }
  };

  /** A cursor is valid in its own epoch while `first kept − 1 ≤ seq ≤ head`. */
  const valid = (conversation: Conversation, cursor: Cursor | undefined): cursor is Cursor =>
    cursor !== undefined &&
    cursor.epoch === log.epoch() &&
    cursor.seq >= conversation.first - 1 &&
    cursor.seq <= conversation.head;

  return {
    attach(conversation, reader, cursor) {
      const resumes = valid(conversation, cursor);
      const subscription: Subscription = {
        conversation,
        reader,
        position: resumes ? cursor.seq : 0,
        live: false,
        resetting: !resumes,
        catchingUp: false,
        ended: false,
      };
      conversation.readers.add(subscription);
      void catchUp(subscription);
      return subscription;
    },
    detach(subscription) {
      subscription.ended = true;
      subscription.conversation.readers.delete(subscription);
      if (subscription.conversation.readers.size === 0) onUnread(subscription.conversation);
    },
    publish(conversation, events) {
      const built = new Map<string, string>();
      for (const subscription of conversation.readers) {
        if (!subscription.live) continue;
        const { reader, position } = subscription;
        const fresh = position === conversation.head - events.length ? events : undefined;
        if (!fresh || !reader.window.open()) {
          subscription.live = false;
          void catchUp(subscription);
          continue;
        }
        let text = built.get(reader.role);
        if (text === undefined) {
          text = encode(frameOf(conversation, fresh, reader.role));
          built.set(reader.role, text);
        }
        subscription.position = conversation.head;
        push(subscription, text, fresh.length);
      }
    },
  };
}
