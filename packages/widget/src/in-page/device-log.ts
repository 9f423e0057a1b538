import type { Store, Write } from '@xiaoer/core';
import type { ChatEvent, ConversationId } from '@xiaoer/core/protocol';
import { BOT_SERVES, foldServing, type Serving } from '@xiaoer/core/view';
import type { Batch, ConversationRecord, Log, Snapshot } from '@xiaoer/host';

/** A conversation as the list of them has it. */
interface Entry {
  readonly record: ConversationRecord;
  readonly head: number;
  readonly first: number;
  readonly serving: Serving;
}

/** The one row that every insert compares and sets. */
interface Index {
  readonly epoch: string;
  /** Oldest first. */
  readonly conversations: readonly Entry[];
}

/** The log of a shop without a server: every conversation of this device. */
export interface DeviceLog extends Log {
  /** All conversations, closed ones too. */
  all(): Promise<readonly ConversationRecord[]>;
  /** Forgets everything; what comes after is of another epoch. */
  wipe(): Promise<void>;
}

const INDEX = ['index'];
/** Events are read by so many rows. */
const PAGE = 64;

const eventKey = (conversation: string, seq: number) => ['event', conversation, Math.floor(seq / PAGE), seq];
const opKey = (conversation: string, author: string, id: string) => ['op', conversation, author, id];
const snapshotKey = (conversation: string) => ['snapshot', conversation];

/**
 * A log over a store of core: IndexedDB where the conversation may stay, else memory. The store is not opened before it is
 * needed. Several tabs may have one each over the same rows: who guesses a number that is taken is refused, as by any log.
 * Nobody signs in on a device, so that there is nobody who could claim a visitor's conversations.
 *
 * @param newEpoch - names a generation of the storage
 * @param kept - whether there is something; where there is not, nothing is opened before the first insert.
 */
export async function openDeviceLog(
  store: () => Promise<Store>,
  newEpoch: () => string,
  kept: boolean,
): Promise<DeviceLog> {
  let opened: Promise<Store> | undefined;
  let epoch = newEpoch();
  const use = (): Promise<Store> => {
    opened ??= store().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const there = () => (kept || opened ? use() : undefined);

  const readIndex = async (): Promise<Index> => {
    const rows = await (await there())?.list(INDEX);
    return (rows?.[0]?.value as Index | undefined) ?? { epoch, conversations: [] };
  };
  const entryOf = async (id: ConversationId) =>
    (await readIndex()).conversations.find(({ record }) => record.id === id);

  /** The list after a batch, or undefined where the batch does not fit. */
  const accept = (
    conversations: readonly Entry[],
    { conversation, create, events }: Batch,
    isKnown: (author: string, id: string) => boolean,
  ): readonly Entry[] | undefined => {
    const found = conversations.find(({ record }) => record.id === conversation);
    const isOpen = ({ record, serving }: Entry) =>
      record.shop === create?.shop && record.subject === create.subject && serving.mode !== 'closed';
    if (events.length === 0 || (create ? found || conversations.some(isOpen) : !found)) return undefined;
    const before: Entry | undefined = found ?? (create && { record: create, head: 0, first: 1, serving: BOT_SERVES });
    if (!before) return undefined;
    const names = new Set<string>();
    let { head, serving } = before;
    for (const event of events) {
      const name = `${event.from.id}\n${event.id}`;
      if (event.seq !== head + 1 || names.has(name) || isKnown(event.from.id, event.id)) return undefined;
      names.add(name);
      head = event.seq;
      serving = foldServing(serving, event);
    }
    const after = { ...before, head, serving };
    return found ? conversations.map((each) => (each === found ? after : each)) : [...conversations, after];
  };

  const listed = async (test: (entry: Entry) => boolean): Promise<readonly ConversationRecord[]> =>
    (await readIndex()).conversations
      .filter(test)
      .map(({ record }) => record)
      .reverse();
  const isOpen = ({ serving }: Entry) => serving.mode !== 'closed';

  if (kept) epoch = (await readIndex()).epoch;

  return {
    async insert(batches) {
      const names = batches.flatMap(({ conversation, events }) =>
        events.map(({ from, id }) => opKey(conversation, from.id, id)),
      );
      let accepted: boolean[] = [];
      await (await use()).transact([INDEX, ...names], ([found, ...ops]) => {
        const index = (found as Index | undefined) ?? { epoch, conversations: [] };
        accepted = batches.map(() => false);
        if (index.epoch !== epoch) {
          // Another tab began in the same moment: its generation counts.
          epoch = index.epoch;
          return null;
        }
        const known = new Set(names.flatMap((name, n) => (ops[n] === undefined ? [] : [JSON.stringify(name)])));
        const writes: Write[] = [];
        let { conversations } = index;
        batches.forEach((batch, n) => {
          const { conversation, events } = batch;
          const after = accept(conversations, batch, (author, id) =>
            known.has(JSON.stringify(opKey(conversation, author, id))),
          );
          if (!after) return;
          conversations = after;
          accepted[n] = true;
          for (const event of events)
            writes.push(
              { put: eventKey(conversation, event.seq), value: event },
              { put: opKey(conversation, event.from.id, event.id), value: event.seq },
            );
        });
        if (writes.length === 0) return null;
        return [{ put: INDEX, value: { epoch, conversations } satisfies Index }, ...writes];
      });
      return accepted;
    },
    async find(conversation, author, id) {
      const rows = await (await there())?.list(opKey(conversation, author, id));
      return rows?.[0]?.value as number | undefined;
    },
    async head(conversation) {
      const entry = await entryOf(conversation);
      return entry && { record: entry.record, head: entry.head };
    },
    async read(conversation, after, limit) {
      const entry = await entryOf(conversation);
      const from = Math.max(after + 1, entry?.first ?? 1);
      const last = Math.min(after + limit, entry?.head ?? 0);
      const found: ChatEvent[] = [];
      const rows = await there();
      for (let page = Math.floor(from / PAGE); rows && page <= Math.floor(last / PAGE); page++)
        for (const { value } of await rows.list(['event', conversation, page])) {
          const event = value as ChatEvent;
          if (event.seq >= from && event.seq <= last) found.push(event);
        }
      return found;
    },
    first: async (conversation) => (await entryOf(conversation))?.first ?? 1,
    async trim(conversation, first, state) {
      await (await there())?.transact([INDEX], ([found]) => {
        const index = found as Index | undefined;
        const entry = index?.conversations.find(({ record }) => record.id === conversation);
        if (!index || !entry || first <= entry.first) return null;
        const conversations = index.conversations.map((each) => (each === entry ? { ...entry, first } : each));
        const gone = Array.from(
          { length: first - entry.first },
          (_, n): Write => ({
            delete: eventKey(conversation, entry.first + n),
          }),
        );
        const snapshot = { seq: first - 1, state } as Snapshot;
        return [
          { put: INDEX, value: { ...index, conversations } },
          ...(state ? [{ put: snapshotKey(conversation), value: snapshot }] : []),
          ...gone,
        ];
      });
    },
    async snapshot(conversation) {
      const rows = await (await there())?.list(snapshotKey(conversation));
      return rows?.[0]?.value as Snapshot | undefined;
    },
    openOf: (shop, subject) =>
      listed((each) => isOpen(each) && each.record.shop === shop && each.record.subject === subject),
    allOf: (shop, subject) => listed(({ record }) => record.shop === shop && record.subject === subject),
    claim: async () => 'taken',
    aliasOf: async () => undefined,
    open: (shop) => listed((each) => isOpen(each) && each.record.shop === shop),
    all: () => listed(() => true),
    epoch: () => epoch,
    async wipe() {
      await (await use()).wipe();
      epoch = newEpoch();
    },
    async close() {
      (await opened)?.close();
    },
  };
}
