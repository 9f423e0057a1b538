import { ERASED } from '@xiaoer/host';
import { createKeys, eventPlace, namePlace, seal, snapshotPlace } from '../keys.ts';
import { type Database, rollBack, type Value } from './open-database.ts';
import { type ClaimWords, HEAD_VALUES, type Packed, ROW_VALUES } from './packed-batch.ts';
import { type Claims, createClaims } from './sqlite-claims.ts';
import { createErasure, type SqliteErasure, scrub } from './sqlite-erasure.ts';

/** Conversations whose place and head the writer keeps in memory. */
const HELD = 20_000;

/** Undoes a claim that does not fit what is there now. */
const STALE = new Error('stale');

interface Known {
  readonly n: number;
  readonly shop: string;
  /** Whose key seals it. */
  readonly subject: string;
  head: number;
}

/** The only one that writes. It runs in a thread of its own, so that a slow disk never stops the sockets. */
export interface SqliteWriter {
  /** Writes batches in one transaction; each whole or not at all. The answer says which were accepted. */
  insert(packed: Packed): boolean[];
  /** One transaction: the batches, and the visitor is an alias of the account. See `Log.claim`. */
  claim(who: ClaimWords, packed: Packed): 'done' | 'taken' | 'stale';
  /** One transaction: the bodies before `first` are gone, the fold over them is stored. */
  trim(conversation: string, first: number, state: string | null): void;
  /** One transaction: see {@link SqliteErasure}. */
  erase(conversation: string, at: number): number | undefined;
  forget(shop: string, subject: string): boolean;
  /** See {@link scrub}. */
  scrub(): boolean;
  /** One other statement; how many rows it changed. */
  run(sql: string, values: readonly Value[]): number;
  /** Makes the key of a subject, if there is none. */
  obtainKey(shop: string, subject: string): void;
}

const prepareTrims = (database: Database) => ({
  mark: database.prepare('UPDATE conversation SET first = ?, snapshot = ? WHERE n = ? AND first < ?'),
  empty: database.prepare("UPDATE event SET sealed = x'' WHERE conversation = ? AND seq < ? AND sealed <> x''"),
});

/** A writer on an open database. */
export function createSqliteWriter(database: Database): SqliteWriter {
  const keys = createKeys(database);
  const findConversation = database.prepare(
    'SELECT n, shop, coalesce(sealed_for, subject) AS subject, (SELECT max(seq) FROM event WHERE conversation = n) AS head FROM conversation WHERE id = ?',
  );
  const insertConversation = database.prepare(
    'INSERT OR IGNORE INTO conversation (id, shop, subject, created_at, locale, name) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertEvent = database.prepare(
    'INSERT OR IGNORE INTO event (conversation, seq, id, author, role, kind, at, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const closeConversation = database.prepare('UPDATE conversation SET closed = 1 WHERE n = ?');
  const findBar = database.prepare(
    `SELECT 1 FROM alias WHERE shop = ?1 AND visitor = ?2
     UNION ALL SELECT 1 FROM conversation WHERE shop = ?1 AND closed = 0 AND subject = ?2`,
  );
  const known = new Map<string, Known>();
  let claims: Claims | undefined;
  let trims: ReturnType<typeof prepareTrims> | undefined;
  let erasing: SqliteErasure | undefined;
  const erasure = (): SqliteErasure => {
    erasing ??= createErasure(database);
    return erasing;
  };
  const statements = new Map<string, ReturnType<Database['prepare']>>();

  const forget = () => {
    known.clear();
    keys.forget();
  };

  function find(conversation: string): Known | undefined {
    const held = known.get(conversation);
    if (held) return held;
    const row = findConversation.get(conversation);
    if (!row) return undefined;
    if (known.size >= HELD) known.clear();
    const found: Known = {
      n: Number(row['n']),
      shop: String(row['shop']),
      subject: String(row['subject']),
      head: Number(row['head'] ?? 0),
    };
    known.set(conversation, found);
    return found;
  }

  function create(packed: Packed, at: number): Known | undefined {
    const [conversation, shop, subject, createdAt, locale, name] = packed.slice(at, at + 6) as [
      string,
      string,
      string,
      number,
      string | null,
      string | null,
    ];
    // Server rule 8 through the database: one open conversation, and none under a secret that was claimed. Of tickets a
    // shopper may have many.
    if (!shop.endsWith('#tickets') && findBar.get(shop, subject)) return undefined;
    const key = keys.obtain(shop, subject);
    const sealedName = name === null ? null : seal(key, namePlace(conversation), name);
    const { changes } = insertConversation.run(conversation, shop, subject, createdAt, locale, sealedName);
    return Number(changes) === 0 ? undefined : find(conversation);
  }

  /** True when every row went in. A false answer may leave some behind: the caller rolls back. */
  function append(packed: Packed, at: number): boolean {
    const conversation = String(packed[at]);
    const target = packed[at + 1] === null ? find(conversation) : create(packed, at);
    // Of what was erased there is no key, and none is made.
    if (!target || target.subject === ERASED) return false;
    const key = keys.obtain(target.shop, target.subject);
    const rows = Number(packed[at + HEAD_VALUES - 1]);
    if (rows === 0) return false;
    for (let row = 0; row < rows; row++) {
      const start = at + HEAD_VALUES + row * ROW_VALUES;
      const seq = Number(packed[start]);
      if (seq !== target.head + 1 + row) return false;
      const [id, author, role, kind] = packed.slice(start + 1, start + 5) as [string, string, string, string];
      const sealed = seal(key, eventPlace(conversation, seq), String(packed[start + 6]));
      const { changes } = insertEvent.run(target.n, seq, id, author, role, kind, Number(packed[start + 5]), sealed);
      if (Number(changes) === 0) {
        // Somebody else may have written: look at the disk again next time.
        known.delete(conversation);
        return false;
      }
      if (kind === 'closed') closeConversation.run(target.n);
    }
    target.head += rows;
    return true;
  }

  function insertOne(packed: Packed, at: number): boolean {
    const single = Number(packed[at + HEAD_VALUES - 1]) === 1 && packed[at + 1] === null;
    // A lone row is all or nothing by itself; savepoints are for the others.
    if (single) return append(packed, at);
    database.exec('SAVEPOINT batch');
    const accepted = append(packed, at);
    if (!accepted) {
      database.exec('ROLLBACK TO batch');
      known.delete(String(packed[at]));
      keys.forget();
    }
    database.exec('RELEASE batch');
    return accepted;
  }

  /** Runs `write` for every batch in one transaction, which a thrown error undoes. */
  function inTransaction<T>(write: () => T): T {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = write();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      forget();
      rollBack(database);
      throw error;
    }
  }

  function* starts(packed: Packed): Generator<number> {
    for (let at = 0; at < packed.length; ) {
      yield at;
      at += HEAD_VALUES + Number(packed[at + HEAD_VALUES - 1]) * ROW_VALUES;
    }
  }

  return {
    insert: (packed) => inTransaction(() => [...starts(packed)].map((at) => insertOne(packed, at))),
    claim(who, packed) {
      claims ??= createClaims(database, keys);
      const { begin, settle } = claims;
      let result: ReturnType<SqliteWriter['claim']> = 'stale';
      try {
        inTransaction(() => {
          const account = begin(who);
          result = account === undefined ? 'stale' : account === who.account.id ? 'done' : 'taken';
          if (account !== undefined) return;
          for (const at of starts(packed)) if (!append(packed, at)) throw STALE;
          if (!settle(who)) throw STALE;
          result = 'done';
        });
      } catch (error) {
        if (error !== STALE) throw error;
      }
      return result;
    },
    trim: (conversation, first, state) =>
      inTransaction(() => {
        const target = find(conversation);
        if (!target) return;
        const key = keys.obtain(target.shop, target.subject);
        const sealed = state === null ? null : seal(key, snapshotPlace(conversation), state);
        trims ??= prepareTrims(database);
        if (Number(trims.mark.run(first, sealed, target.n, first).changes) > 0) trims.empty.run(target.n, first);
      }),
    erase(conversation, at) {
      const first = inTransaction(() => erasure().erase(conversation, at));
      known.delete(conversation);
      return first;
    },
    forget(shop, subject) {
      const gone = inTransaction(() => erasure().forget(shop, subject));
      keys.forget();
      return gone;
    },
    scrub: () => scrub(database),
    run(sql, values) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = database.prepare(sql);
        statements.set(sql, statement);
      }
      return Number(statement.run(...values).changes);
    },
    obtainKey(shop, subject) {
      keys.obtain(shop, subject);
    },
  };
}
