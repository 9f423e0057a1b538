import { ERASED } from '@xiaoer/host';
import type { Database } from './open-database.ts';

/** Files up to this size are written anew after an erasure, in bytes: nobody else writes meanwhile, so larger ones are not. */
const SMALL = 64 * 1024 * 1024;

/** What takes the words of a shopper out of the file, on the writer's connection and inside a transaction of its. */
export interface SqliteErasure {
  /**
   * Empties every row of a conversation or ticket, keeps numbers, kinds and times, and appends the two events that every
   * reader is reset by. The number of the last, or undefined where there is nothing to erase.
   */
  erase(conversation: string, at: number): number | undefined;
  /**
   * Deletes what is kept of a shopper beside conversations: keys, addresses, changes of orders, what ties visitors to an
   * account. Files have no owner then, and are swept. False, and nothing is done, while a conversation is left.
   */
  forget(shop: string, subject: string): boolean;
}

/** Statements of erasure. `secure_delete` overwrites with zeros what they delete. */
export function createErasure(database: Database): SqliteErasure {
  const find = database.prepare(
    'SELECT n, (SELECT max(seq) FROM event WHERE conversation = n) AS head FROM conversation WHERE id = ? AND subject <> ?',
  );
  const empty = database.prepare(
    "UPDATE event SET sealed = x'', author = CASE role WHEN 'shopper' THEN ? ELSE author END WHERE conversation = ?",
  );
  const append = database.prepare(
    "INSERT INTO event (conversation, seq, id, author, role, kind, at, sealed) VALUES (?, ?, ?, 'house', 'system', ?, ?, x'')",
  );
  const mark = database.prepare(
    'UPDATE conversation SET subject = ?, sealed_for = NULL, name = NULL, locale = NULL, closed = 1, first = ?, snapshot = NULL WHERE n = ?',
  );
  const dropNotices = database.prepare('DELETE FROM notice WHERE conversation = ?');
  const visitors = database.prepare('SELECT visitor FROM alias WHERE shop = ? AND account = ?');
  const left = database.prepare('SELECT 1 FROM conversation WHERE shop IN (?, ?) AND subject = ?');
  const disown = database.prepare(
    "UPDATE upload SET subject = ?1, principal = CASE principal WHEN ?3 THEN ?1 || ':' || file ELSE principal END WHERE shop = ?2 AND subject = ?3",
  );
  const drops = [
    'DELETE FROM contact WHERE shop = ?1 AND subject = ?2',
    "DELETE FROM order_change WHERE shop = ?1 AND 'user:' || subject = ?2",
    'DELETE FROM alias WHERE shop = ?1 AND ?2 IN (visitor, account)',
    "DELETE FROM subject_key WHERE shop IN (?1, ?1 || '#tickets') AND subject = ?2",
  ].map((sql) => database.prepare(sql));

  return {
    erase(conversation, at) {
      const row = find.get(conversation, ERASED);
      if (!row) return undefined;
      const [n, head] = [Number(row['n']), Number(row['head'] ?? 0)];
      empty.run(ERASED, n);
      append.run(n, head + 1, 'house:erasing', 'hidden', at);
      append.run(n, head + 2, 'house:erased', 'closed', at);
      mark.run(ERASED, head + 2, n);
      dropNotices.run(conversation);
      return head + 2;
    },
    forget(shop, subject) {
      const theirs = visitors.all(shop, subject).map(({ visitor }) => String(visitor));
      const all = [...theirs, subject];
      if (all.some((one) => left.get(shop, `${shop}#tickets`, one))) return false;
      for (const one of all) {
        disown.run(ERASED, shop, one);
        for (const drop of drops) drop.run(shop, one);
      }
      return true;
    },
  };
}

/**
 * Takes what was overwritten out of the write-ahead log, and where the file is small writes it anew, so that no page holds
 * a copy that SQLite made when it split one. False while another process reads an older state: try again.
 */
export function scrub(database: Database, small = SMALL): boolean {
  const checkpoint = (): boolean => Number(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']) === 0;
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  const size = Number(database.prepare('PRAGMA page_size').get()?.['page_size']);
  if (pages * size <= small) database.exec('VACUUM');
  return checkpoint();
}
