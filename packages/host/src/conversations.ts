import type { Env } from '@xiaoer/core/env';
import type { ChatEvent, ConversationId } from '@xiaoer/core/protocol';
import type { Serving } from '@xiaoer/core/view';
import { Conversation } from './conversation.ts';
import type { ConversationRecord, Log } from './log.ts';
import { isLine } from './projection.ts';
import { fromSnapshot } from './snapshot.ts';

const PAGE = 500;
/** Conversations read at once at start. */
const LOADERS = 16;

/** What happened to a conversation: durable events in order, and who spoke before them. */
export interface Change {
  readonly conversation: Conversation;
  readonly events: readonly ChatEvent[];
  readonly before: Serving;
}

/** The conversations in memory: the cache of heads and folds above the log. */
export interface Conversations {
  get(id: ConversationId): Conversation | undefined;
  /** From memory or the log; undefined if there is none. */
  load(id: ConversationId): Promise<Conversation | undefined>;
  /** Whose it is, without reading it; undefined if there is none. */
  owner(id: ConversationId): Promise<string | undefined>;
  /** A conversation whose first op is about to be inserted. It is not in memory until its first event is. */
  draft(record: ConversationRecord): Conversation;
  /** Takes in what was made durable and tells everybody. */
  apply(conversation: Conversation, events: readonly ChatEvent[]): void;
  /** Reads what the log has beyond the head in memory: another process appended, or an insert failed halfway. */
  refresh(conversation: Conversation): Promise<void>;
  /** All open conversations, for the projections at start. */
  loadOpen(): Promise<void>;
  /** A fold over the log up to a number, apart from the one in memory. */
  fold(id: ConversationId, upTo: number): Promise<Conversation | undefined>;
  /** Forgets an open conversation that nobody uses; it is loaded again when it is asked for. */
  rest(conversation: Conversation): void;
  /** Forgets a closed conversation that nobody reads. */
  release(conversation: Conversation): void;
  all(): IterableIterator<Conversation>;
  readonly size: number;
}

/** `onChange` hears every change, `onLoad` of every conversation that was read out of the log. */
export function createConversations(options: {
  readonly env: Env;
  readonly log: Log;
  readonly shop: string;
  readonly onChange: (change: Change) => void;
  readonly onLoad: (conversation: Conversation) => void;
}): Conversations {
  const { env, log, shop, onChange, onLoad } = options;
  const inMemory = new Map<ConversationId, Conversation>();
  const loading = new Map<ConversationId, Promise<Conversation | undefined>>();

  const fold = async (id: ConversationId, upTo: number): Promise<Conversation | undefined> => {
    const found = await log.head(id);
    if (found?.record.shop !== shop) return undefined;
    const snapshot = await log.snapshot(id);
    const conversation = new Conversation(found.record, fromSnapshot(snapshot?.state));
    conversation.first = snapshot ? snapshot.seq + 1 : await log.first(id);
    conversation.head = conversation.first - 1;
    while (conversation.head < upTo) {
      const events = await log.read(id, conversation.head, Math.min(PAGE, upTo - conversation.head));
      for (const event of events) conversation.apply(event);
      if (events.length < PAGE) break;
    }
    return conversation;
  };

  const readAll = async (id: ConversationId): Promise<Conversation | undefined> => {
    const conversation = await fold(id, Number.POSITIVE_INFINITY);
    if (!conversation) return undefined;
    const { projection, record } = conversation;
    // The wall clock is read once, here: should it jump later, nothing is closed for that.
    conversation.quietSince = env.monotonic() - Math.max(0, env.now() - (projection.lineAt ?? record.createdAt));
    // At start only what is in use stays in memory.
    conversation.touched = conversation.quietSince;
    // A first op that was committed while this was read has put the conversation into memory already.
    const present = inMemory.get(id);
    if (present) return present;
    inMemory.set(id, conversation);
    onLoad(conversation);
    return conversation;
  };

  const load = (id: ConversationId): Promise<Conversation | undefined> => {
    const present = inMemory.get(id);
    if (present) return Promise.resolve(present);
    let promise = loading.get(id);
    if (!promise) {
      promise = readAll(id).finally(() => loading.delete(id));
      loading.set(id, promise);
    }
    return promise;
  };

  const apply = (given: Conversation, events: readonly ChatEvent[]): void => {
    // A reader may have loaded a conversation between the commit of its first op and this call.
    const conversation = inMemory.get(given.id) ?? given;
    const fresh = events.filter((event) => event.seq > conversation.head);
    if (fresh.length === 0) return;
    const before = conversation.projection.serving;
    for (const event of fresh) conversation.apply(event);
    conversation.touched = env.monotonic();
    if (fresh.some(({ kind }) => isLine(kind))) conversation.quietSince = env.monotonic();
    inMemory.set(conversation.id, conversation);
    onChange({ conversation, events: fresh, before });
  };

  return {
    get: (id) => inMemory.get(id),
    async load(id) {
      const conversation = await load(id);
      if (conversation) conversation.touched = env.monotonic();
      return conversation;
    },
    fold,
    rest: (conversation) => void inMemory.delete(conversation.id),
    async owner(id) {
      const record = inMemory.get(id)?.record ?? (await log.head(id))?.record;
      return record?.shop === shop ? record.subject : undefined;
    },
    draft: (record) => new Conversation(record),
    apply,
    async refresh(conversation) {
      for (;;) {
        const events = await log.read(conversation.id, conversation.head, PAGE);
        apply(conversation, events);
        if (events.length < PAGE) break;
      }
    },
    async loadOpen() {
      const records = [...(await log.open(shop))];
      const worker = async (): Promise<void> => {
        for (let record = records.pop(); record; record = records.pop()) await load(record.id);
      };
      await Promise.all(Array.from({ length: LOADERS }, worker));
    },
    release(conversation) {
      if (conversation.projection.serving.mode === 'closed' && conversation.readers.size === 0)
        inMemory.delete(conversation.id);
    },
    all: () => inMemory.values(),
    get size() {
      return inMemory.size;
    },
  };
}
