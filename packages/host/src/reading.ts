import {
  type ConversationId,
  type Cursor,
  LIMITS,
  type PageSignal,
  type Pull,
  type Watch,
} from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import { ERASED } from './erased.ts';
import type { House } from './house.ts';
import { visible } from './mask.ts';
import type { Refusal, Refused } from './refusal.ts';
import { signal } from './signals.ts';
import type { Reader, Subscription } from './subscription.ts';

/** What one link reads. */
export interface Reading {
  /** After `welcome`: the shopper's conversations from their cursors, the agent's inbox. */
  resume(open: readonly Conversation[], cursors: readonly Cursor[]): Promise<void>;
  /** The principal's own conversation was just created: read it from its first event. */
  follow(conversation: Conversation): void;
  /** Sees to it that an own conversation is read, however the link came to it. */
  ensure(id: ConversationId): void;
  watch(frame: Watch): void;
  pull(frame: Pull): void;
  /** The conversation, if this link reads it. */
  get(id: ConversationId | undefined): Conversation | undefined;
  /** The page the shopper looks at while there is no conversation yet. */
  page: PageSignal | undefined;
  heads(): Readonly<Record<ConversationId, number>>;
  /** Ends everything. */
  forget(): void;
}

/** Reads for one link; whether it may is decided here for every way of asking. */
export function createReading(
  house: House,
  reader: Reader,
  refuse: (refusal: Refusal, refused: Refused) => void,
): Reading {
  const { subscribers, conversations, log, env } = house;
  const subscriptions = new Map<ConversationId, Subscription>();
  let page: PageSignal | undefined;
  /** Raised whenever everything ends, so that what was awaited meanwhile is dropped. */
  let generation = 0;
  let pulling = Promise.resolve();
  let watching = Promise.resolve();

  const attach = (conversation: Conversation, cursor: Cursor | undefined): void => {
    const present = subscriptions.get(conversation.id);
    subscriptions.set(conversation.id, subscribers.attach(conversation, reader, cursor));
    if (present) subscribers.detach(present);
    if (reader.role === 'shopper') {
      if (page) conversation.page = page;
      const place = house.place(conversation);
      if (place) reader.send(signal('queue', place, { conversation: conversation.id }));
    } else if (conversation.page) reader.send(signal('page', conversation.page, { conversation: conversation.id }));
  };

  /**
   * The conversation if this link may read it, and if not everything has ended while it was loaded. What is somebody
   * else's is not even read out of the log.
   */
  const readable = async (id: ConversationId): Promise<Conversation | undefined> => {
    const started = generation;
    const { role, principal } = reader;
    if (!principal) return undefined;
    const owner = role === 'shopper' ? await conversations.owner(id) : undefined;
    // What was erased is nobody's: whoever still holds it is told so.
    if (role === 'shopper' && owner !== principal.id && owner !== ERASED) return undefined;
    const conversation = await conversations.load(id);
    const seen = role === 'shopper' || !conversation || house.sees(principal.id, conversation);
    if (started === generation && seen) return conversation;
    if (conversation) conversations.release(conversation);
    return undefined;
  };

  const failed = (refused: Refused) => (error: unknown) => {
    env.log('error', 'reading.failed', { error: error instanceof Error ? error.name : 'unknown' });
    refuse({ code: 'internal', retryAfter: 1_000, message: 'the log could not be read' }, refused);
  };

  const history = async ({ conversation: id, nonce, before, limit }: Pull): Promise<void> => {
    const conversation = await readable(id);
    if (!conversation)
      return refuse({ code: 'forbidden', message: 'not a conversation of yours' }, { nonce, conversation: id });
    if (!reader.window.open())
      return refuse({ code: 'busy', retryAfter: 1_000, message: 'read what was sent first' }, { nonce });
    const size = Math.min(limit, LIMITS.pageEvents);
    const from = Math.max(conversation.first, Math.min(before, conversation.head + 1) - size);
    const count = Math.min(before, conversation.head + 1) - from;
    const events = count > 0 ? await log.read(id, from - 1, count) : [];
    const { first } = conversation;
    reader.window.sent(events.length, events.length * 200);
    reader.send({
      t: 'events',
      conversation: id,
      epoch: log.epoch(),
      events: visible(events, reader.role, conversation.projection.retracted, house.veil),
      nonce,
      first,
    });
    conversations.release(conversation);
  };

  const look = async ({ conversation: id, on, cursor }: Watch): Promise<void> => {
    if (on) {
      const conversation = await readable(id);
      if (!conversation)
        return refuse({ code: 'forbidden', message: 'not a conversation of yours' }, { conversation: id });
      attach(conversation, cursor);
      if (reader.role === 'agent' && reader.principal) house.onRead(reader.principal, id);
      return;
    }
    const subscription = subscriptions.get(id);
    subscriptions.delete(id);
    if (subscription) subscribers.detach(subscription);
  };

  return {
    async resume(open, cursors) {
      const byId = new Map(cursors.map((cursor) => [cursor.conversation, cursor]));
      if (reader.role === 'agent') {
        reader.send(signal('inbox', house.inbox(reader.principal?.id ?? '')));
        reader.send(signal('team', house.team()));
        // What is watched on this link goes on from where the agent says it stands.
        for (const { conversation } of [...subscriptions.values()]) {
          const cursor = byId.get(conversation.id);
          if (cursor) attach(conversation, cursor);
        }
        return;
      }
      for (const conversation of open) {
        attach(conversation, byId.get(conversation.id));
        byId.delete(conversation.id);
      }
      // Conversations that were closed while the client was away.
      for (const cursor of byId.values()) {
        const conversation = await readable(cursor.conversation).catch(() => undefined);
        if (conversation) attach(conversation, cursor);
      }
    },
    follow(conversation) {
      if (!subscriptions.has(conversation.id))
        attach(conversation, { conversation: conversation.id, epoch: log.epoch(), seq: 0 });
    },
    ensure(id) {
      if (subscriptions.has(id)) return;
      void readable(id)
        .then((conversation) => {
          if (conversation && !subscriptions.has(id)) attach(conversation, undefined);
        })
        .catch(failed({ conversation: id }));
    },
    watch(frame) {
      // In order, so that looking away cannot overtake the look.
      watching = watching.then(() => look(frame)).catch(failed({ conversation: frame.conversation }));
    },
    pull(frame) {
      // One page at a time: pulling fast must not read the whole log into memory.
      pulling = pulling.then(() => history(frame)).catch(failed({ nonce: frame.nonce }));
    },
    get: (id) => (id === undefined ? undefined : subscriptions.get(id)?.conversation),
    get page() {
      return page;
    },
    set page(value) {
      page = value;
    },
    heads: () => Object.fromEntries([...subscriptions.values()].map(({ conversation: c }) => [c.id, c.head])),
    forget() {
      generation += 1;
      for (const subscription of subscriptions.values()) subscribers.detach(subscription);
      subscriptions.clear();
      page = undefined;
    },
  };
}
