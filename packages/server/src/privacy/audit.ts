import { createHmac } from 'node:crypto';
import type { Log } from '@xiaoer/core/env';
import type { SqliteStore } from '../engines/sqlite-store.ts';

/** What is written down. Reads are of personal data; nothing of it stands in the entry. */
export type AuditAct =
  | 'read.conversation'
  | 'read.ticket'
  | 'read.tickets'
  | 'read.orders'
  | 'read.file'
  | 'read.lessons'
  | 'reveal.numbers'
  | 'export'
  | 'erase.asked'
  | 'erase.done'
  | 'retention'
  | 'alert.many-shoppers'
  | 'quality.review'
  | 'sign-in'
  | 'account.password'
  | 'account.totp'
  | 'account.sessions'
  | 'teach.saved'
  | 'teach.undone'
  | 'teach.automatic'
  | 'people.add'
  | 'people.change'
  | 'people.link'
  | 'people.sign-out'
  | 'people.leave'
  | 'group.make'
  | 'group.rename'
  | 'group.leave'
  | 'audit.csv'
  | 'settings.saved'
  | 'settings.undone';

/** One entry. `about` is the shopper's name in the audit log, which is no name anywhere else. */
export interface AuditEntry {
  readonly n: number;
  readonly at: number;
  /** An agent's id, `command` or `house`. */
  readonly who: string;
  readonly what: string;
  readonly about: string;
  /** A conversation, a ticket, a reason: never a word of a shopper. */
  readonly detail: string | undefined;
}

/** Which entries are wanted. What is left out bounds nothing. */
export interface AuditFilter {
  readonly who?: string | undefined;
  /** An act, or all that begin with the word before its dot. */
  readonly what?: string | undefined;
  readonly about?: string | undefined;
  /** Milliseconds since 1970: from here, and before there. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Entries older than the one of this number. */
  readonly before?: number | undefined;
}

/** Who looked at whose data, and what was done with it. Entries are only added; after their time they go. */
export interface Audit {
  /** The name of a shopper here: a keyed hash, so that entries tell after an erasure that it was the same one, and not who. */
  nameOf(subject: string): string;
  /** Durable when it resolves. */
  write(who: string, what: AuditAct, about: string, detail?: string): Promise<void>;
  /** The same for reads, which nobody waits for. Warns once an hour of an agent who looks at many shoppers. */
  read(who: string, what: AuditAct, subject: string, detail?: string): void;
  /** Resolves when every read is written down. */
  idle(): Promise<unknown>;
  /** Newest first. */
  entries(most: number, of?: AuditFilter): readonly AuditEntry[];
  /** Deletes what is older. */
  forget(before: number): Promise<number>;
}

/** Shoppers that one agent may look at within an hour before it is a matter for the log. */
export const MANY = 50;
const HOUR_MS = 3_600_000;

/** The audit log of a database. */
export function createAudit(
  { reader, run }: Pick<SqliteStore, 'reader' | 'run'>,
  { secret, now, log }: { readonly secret: string; readonly now: () => number; readonly log: Log },
): Audit {
  const newest = reader.prepare(
    `SELECT * FROM audit WHERE (?1 IS NULL OR who = ?1) AND (?2 IS NULL OR about = ?2)
     AND (?3 IS NULL OR what = ?3 OR substr(what, 1, length(?3) + 1) = ?3 || '.') AND (?4 IS NULL OR at >= ?4)
     AND (?5 IS NULL OR at < ?5) AND (?6 IS NULL OR n < ?6) ORDER BY n DESC LIMIT ?7`,
  );
  const looked = reader.prepare(
    "SELECT count(DISTINCT about) AS n, max(what = 'alert.many-shoppers') AS told FROM audit WHERE who = ? AND at > ? AND about <> ''",
  );
  const nameOf = (subject: string): string =>
    createHmac('sha256', secret).update(subject).digest('base64url').slice(0, 16);
  const write: Audit['write'] = async (who, what, about, detail) => {
    await run(
      'INSERT INTO audit (at, who, what, about, detail) VALUES (?, ?, ?, ?, ?)',
      now(),
      who,
      what,
      about,
      detail ?? null,
    );
  };

  async function warn(who: string): Promise<void> {
    const { n, told } = looked.get(who, now() - HOUR_MS) ?? {};
    if (Number(n) < MANY || Number(told) === 1) return;
    await write(who, 'alert.many-shoppers', 'house', String(n));
    log('warn', 'audit.many-shoppers', { who, within: 'an hour', shoppers: Number(n) });
  }

  const writing = new Set<Promise<unknown>>();
  return {
    nameOf,
    write,
    read(who, what, subject, detail) {
      const written = write(who, what, nameOf(subject), detail)
        .then(() => warn(who))
        .catch((error: unknown) =>
          log('error', 'audit.failed', { what, error: error instanceof Error ? error.name : 'unknown' }),
        )
        .finally(() => writing.delete(written));
      writing.add(written);
    },
    idle: () => Promise.all(writing),
    entries: (most, { who, about, what, from, to, before } = {}) =>
      newest
        .all(who ?? null, about ?? null, what ?? null, from ?? null, to ?? null, before ?? null, most)
        .map((row) => ({
          n: Number(row['n']),
          at: Number(row['at']),
          who: String(row['who']),
          what: String(row['what']),
          about: String(row['about']),
          detail: row['detail'] === null ? undefined : String(row['detail']),
        })),
    forget: (before) => run('DELETE FROM audit WHERE at < ?', before),
  };
}
