import type { ChatEvent, ConversationId } from '@xiaoer/core/protocol';
import { BOT_SERVES, foldServing, type Serving } from '@xiaoer/core/view';
import { ERASED } from '../erased.ts';
import type { Batch, ClaimRecord, ConversationRecord, Log, Snapshot } from '../log.ts';

/** A log in memory, with what a test may do to it. */
export interface MemoryLog extends Log {
  /** Everything that was inserted at once, oldest first: conversation and events of every batch. */
  readonly inserts: readonly (readonly string[])[];
  /** The next insert rejects: before it stored anything, or after, when only the answer is lost. */
  failNext(when: 'before' | 'after'): void;
  /** Holds every insert until the answer is called. */
  hold(): () => void;
  /** Another generation, as after a restore from backup. */
  newEpoch(epoch: string): void;
  /** Takes every word of a conversation away; the number of the event that stands for them. */
  erase(conversation: ConversationId): Promise<number | undefined>;
  /** Appends behind the back of whoever else uses the log, as another process does. */
  elsewhere(batch: Batch): void;
}

interface Row {
  record: ConversationRecord;
  events: ChatEvent[];
  first: number;
  snapshot?: Snapshot | undefined;
  serving: Serving;
  ids: Map<string, number>;
}

/** A complete {@link Log} that lives as long as the object: for tests, benchmarks and shops without a server. */
export function createMemoryLog(epoch = 'memory-1'): MemoryLog {
  const rows = new Map<ConversationId, Row>();
  const aliases = new Map<string, string>();
  const inserts: (readonly string[])[] = [];
  let failure: 'before' | 'after' | undefined;
  let gate: Promise<void> | undefined;
  let current = epoch;

  const key = (author: string, id: string): string => `${author}\n${id}`;

  const openCount = (shop: string, subject: string): number =>
    [...rows.values()].filter(
      ({ record, serving }) => record.shop === shop && record.subject === subject && serving.mode !== 'closed',
    ).length;

  const mayCreate = ({ shop, subject }: ConversationRecord): boolean =>
    !aliases.has(key(shop, subject)) && openCount(shop, subject) === 0;

  const acceptable = ({ conversation, create, events }: Batch): boolean => {
    const row = rows.get(conversation);
    if (create && !mayCreate(create)) return false;
    if (create ? row !== undefined : row === undefined) return false;
    const head = row ? row.first - 1 + row.events.length : 0;
    const fresh = new Set<string>();
    return events.every((event, n) => {
      const name = key(event.from.id, event.id);
      const ok = event.seq === head + 1 + n && !row?.ids.has(name) && !fresh.has(name);
      fresh.add(name);
      return ok;
    });
  };

  const store = (batch: Batch): boolean => {
    if (batch.events.length === 0 || !acceptable(batch)) return false;
    let row = rows.get(batch.conversation);
    if (!row) {
      if (!batch.create) return false;
      row = { record: batch.create, events: [], first: 1, serving: BOT_SERVES, ids: new Map() };
      rows.set(batch.conversation, row);
    }
    for (const event of batch.events) {
      row.events.push(event);
      row.ids.set(key(event.from.id, event.id), event.seq);
      row.serving = foldServing(row.serving, event);
    }
    return true;
  };

  /** What the visitor wrote is the account's, in every conversation. */
  const rename = (row: Row, { visitor, account }: ClaimRecord): void => {
    const { id, name } = account;
    row.record = { ...row.record, subject: id, ...(name === undefined ? {} : { name }) };
    row.events = row.events.map((event) =>
      event.from.role === 'shopper' && event.from.id === visitor ? { ...event, from: { ...event.from, id } } : event,
    );
    row.ids = new Map(
      [...row.ids].map(([op, seq]) => [op.startsWith(`${visitor}\n`) ? `${id}${op.slice(visitor.length)}` : op, seq]),
    );
  };

  const claim = (given: ClaimRecord): 'done' | 'taken' | 'stale' => {
    const { shop, visitor, account, batches } = given;
    const present = aliases.get(key(shop, visitor));
    if (present !== undefined) return present === account.id ? 'done' : 'taken';
    const theirs = [...rows.values()].filter(({ record }) => record.shop === shop && record.subject === visitor);
    const named = new Set(batches.map(({ conversation }) => conversation));
    if (!batches.every(acceptable) || !theirs.every(({ record }) => named.has(record.id))) return 'stale';
    const closing = new Set(
      batches.filter(({ events }) => events.some(({ kind }) => kind === 'closed')).map((one) => one.conversation),
    );
    const closed = [...closing].filter((id) => rows.get(id)?.serving.mode !== 'closed').length;
    if (openCount(shop, visitor) + openCount(shop, account.id) - closed > 1) return 'stale';
    for (const batch of batches) store(batch);
    for (const row of theirs) rename(row, given);
    aliases.set(key(shop, visitor), account.id);
    return 'done';
  };

  const of = (test: (row: Row) => boolean): ConversationRecord[] =>
    [...rows.values()]
      .filter(test)
      .map(({ record }) => record)
      .reverse();

  const open = (test: (record: ConversationRecord) => boolean): ConversationRecord[] =>
    of((row) => row.serving.mode !== 'closed' && test(row.record));

  return {
    inserts,
    async insert(batches) {
      inserts.push(batches.map((batch) => `${batch.conversation} ${batch.events.map((event) => event.seq).join()}`));
      await gate;
      const failing = failure;
      failure = undefined;
      if (failing === 'before') throw new Error('the disk is gone');
      const accepted = batches.map(store);
      if (failing === 'after') throw new Error('the answer was lost');
      return accepted;
    },
    async find(conversation, author, id) {
      const row = rows.get(conversation);
      // Of what was erased nobody is the author any more.
      if (row?.record.subject === ERASED) return [...row.ids].find(([op]) => op.endsWith(`\n${id}`))?.[1];
      return row?.ids.get(key(author, id));
    },
    async head(conversation) {
      const row = rows.get(conversation);
      return row && { record: row.record, head: row.first - 1 + row.events.length };
    },
    async read(conversation, after, limit) {
      const row = rows.get(conversation);
      if (!row) return [];
      const from = Math.max(0, after - row.first + 1);
      return row.events.slice(from, Math.max(from, after + limit - row.first + 1));
    },
    first: async (conversation) => rows.get(conversation)?.first ?? 1,
    openOf: async (shop, subject) => open((record) => record.shop === shop && record.subject === subject),
    allOf: async (shop, subject) => of(({ record }) => record.shop === shop && record.subject === subject),
    async claim(given) {
      await gate;
      const failing = failure;
      failure = undefined;
      if (failing === 'before') throw new Error('the disk is gone');
      const result = claim(given);
      if (failing === 'after') throw new Error('the answer was lost');
      return result;
    },
    aliasOf: async (shop, visitor) => aliases.get(key(shop, visitor)),
    open: async (shop) => open((record) => record.shop === shop),
    epoch: () => current,
    close: async () => undefined,
    failNext(when) {
      failure = when;
    },
    hold() {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        gate = undefined;
        release();
      };
    },
    async trim(conversation, first, state) {
      const row = rows.get(conversation);
      if (!row || first <= row.first) return;
      row.events = row.events.slice(first - row.first);
      row.first = first;
      row.snapshot = state && { seq: first - 1, state };
    },
    async erase(conversation) {
      const row = rows.get(conversation);
      if (!row || row.record.subject === ERASED) return undefined;
      const { id, shop, createdAt } = row.record;
      const seq = row.first + row.events.length + 1;
      row.record = { id, shop, subject: ERASED, createdAt };
      row.events = [
        { seq, id: 'house:erased', at: createdAt, from: { role: 'system', id: 'house' }, kind: 'closed', body: {} },
      ];
      row.first = seq;
      row.snapshot = undefined;
      row.serving = { mode: 'closed', seq };
      return seq;
    },
    snapshot: async (conversation) => rows.get(conversation)?.snapshot,
    newEpoch(next) {
      current = next;
    },
    elsewhere(batch) {
      if (!store(batch)) throw new Error('the batch does not fit');
    },
  };
}
