import type { ChatEvent, Role } from '@xiaoer/core/protocol';
import { type ConversationRecord, ERASED, type Log } from '@xiaoer/host';
import { eventPlace, namePlace, snapshotPlace, unseal } from '../keys.ts';
import type { Row } from './open-database.ts';
import { packBatches, type Sealed } from './packed-batch.ts';
import type { SqliteStore } from './sqlite-store.ts';

const COLUMNS =
  'n, id, shop, subject, coalesce(sealed_for, subject) AS sealed_for, created_at, locale, name, first, snapshot';
const RECORD = `SELECT ${COLUMNS} FROM conversation`;

/**
 * The log in one SQLite file: appends by compare-and-set on (conversation, number) in the writer's thread, reads on
 * this one. Sealed bodies are opened here; the text of an event is in clear in memory only.
 */
export function createSqliteLog(
  store: Pick<SqliteStore, 'claim' | 'close' | 'epoch' | 'insert' | 'keys' | 'reader' | 'trim'>,
): Log {
  const { reader, keys } = store;
  const findSeq = reader.prepare(
    'SELECT seq FROM event WHERE conversation = (SELECT n FROM conversation WHERE id = ?) AND author = ? AND id = ?',
  );
  // Of what was erased nobody is the author any more; what is sent again is a repeat all the same.
  const findErased = reader.prepare(
    `SELECT seq FROM event WHERE conversation = (SELECT n FROM conversation WHERE id = ? AND subject = '${ERASED}') AND author = '${ERASED}' AND id = ?`,
  );
  const findHead = reader.prepare(
    `SELECT ${COLUMNS}, (SELECT max(seq) FROM event WHERE conversation = n) AS head FROM conversation WHERE id = ?`,
  );
  const findPlace = reader.prepare(`${RECORD} WHERE id = ?`);
  const page = reader.prepare(
    'SELECT seq, id, author, role, kind, at, sealed FROM event WHERE conversation = ? AND seq > ? AND seq <= ? ORDER BY seq',
  );
  const openOfSubject = reader.prepare(`${RECORD} WHERE shop = ? AND closed = 0 AND subject = ? ORDER BY n DESC`);
  const allOfSubject = reader.prepare(`${RECORD} WHERE shop = ? AND subject = ? ORDER BY n DESC`);
  const accountOf = reader.prepare('SELECT account FROM alias WHERE shop = ? AND visitor = ?');
  const openOfShop = reader.prepare(`${RECORD} WHERE shop = ? AND closed = 0 ORDER BY n DESC`);

  const open = (shop: string, subject: string, place: string, sealed: unknown): string | undefined => {
    const key = keys.find(shop, subject);
    return key && sealed instanceof Uint8Array ? unseal(key, place, sealed) : undefined;
  };

  function recordOf(row: Row): ConversationRecord {
    const id = String(row['id']);
    const shop = String(row['shop']);
    const subject = String(row['subject']);
    const name = row['name'] === null ? undefined : open(shop, String(row['sealed_for']), namePlace(id), row['name']);
    return {
      id,
      shop,
      subject,
      createdAt: Number(row['created_at']),
      ...(row['locale'] === null ? {} : { locale: String(row['locale']) }),
      ...(name === undefined ? {} : { name }),
    };
  }

  /** A body whose key was deleted reads as an empty one: number, id and kind stay, so that cursors still work. */
  function eventOf(row: Row, conversation: string, shop: string, subject: string): ChatEvent {
    const seq = Number(row['seq']);
    const text = open(shop, subject, eventPlace(conversation, seq), row['sealed']);
    const [body, name, avatar] = text === undefined ? [{}] : (JSON.parse(text) as Sealed);
    return {
      seq,
      id: String(row['id']),
      at: Number(row['at']),
      from: {
        role: String(row['role']) as Role,
        id: String(row['author']),
        ...(name == null ? {} : { name }),
        ...(avatar === undefined ? {} : { avatar }),
      },
      kind: String(row['kind']),
      body,
    };
  }

  return {
    insert: (batches) => (batches.length === 0 ? Promise.resolve([]) : store.insert(packBatches(batches))),
    async find(conversation, author, id) {
      const seq = (findSeq.get(conversation, author, id) ?? findErased.get(conversation, id))?.['seq'];
      return seq === undefined ? undefined : Number(seq);
    },
    async head(conversation) {
      const row = findHead.get(conversation);
      return row && { record: recordOf(row), head: Number(row['head'] ?? 0) };
    },
    async read(conversation, after, limit) {
      const place = findPlace.get(conversation);
      if (!place) return [];
      const [shop, subject] = [String(place['shop']), String(place['sealed_for'])];
      const from = Math.max(after, Number(place['first']) - 1);
      return page.all(Number(place['n']), from, after + limit).map((row) => eventOf(row, conversation, shop, subject));
    },
    async first(conversation) {
      return Number(findPlace.get(conversation)?.['first'] ?? 1);
    },
    trim: (conversation, first, state) =>
      store.trim(conversation, first, state === undefined ? null : JSON.stringify(state)),
    async snapshot(conversation) {
      const place = findPlace.get(conversation);
      if (!place || place['snapshot'] === null) return undefined;
      const text = open(
        String(place['shop']),
        String(place['sealed_for']),
        snapshotPlace(conversation),
        place['snapshot'],
      );
      return text === undefined ? undefined : { seq: Number(place['first']) - 1, state: JSON.parse(text) };
    },
    async openOf(shop, subject) {
      return openOfSubject.all(shop, subject).map(recordOf);
    },
    async allOf(shop, subject) {
      return allOfSubject.all(shop, subject).map(recordOf);
    },
    claim: ({ batches, ...who }) => store.claim(who, packBatches(batches)),
    async aliasOf(shop, visitor) {
      const account = accountOf.get(shop, visitor)?.['account'];
      return account === undefined ? undefined : String(account);
    },
    async open(shop) {
      return openOfShop.all(shop).map(recordOf);
    },
    epoch: () => store.epoch,
    close: () => store.close(),
  };
}
