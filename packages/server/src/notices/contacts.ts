import { createHmac } from 'node:crypto';
import type { Row, Value } from '../engines/open-database.ts';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import { seal, unseal } from '../keys.ts';

/** A mail address that a shopper gave, or the merchant's token vouched for. */
export interface Contact {
  readonly n: number;
  readonly subject: string;
  readonly email: string;
  /** Somebody who reads this mail said that it is theirs; before, nothing private goes there. */
  readonly verified: boolean;
  /** Nothing more is sent there. */
  readonly stopped: boolean;
}

/** Addresses of shoppers. */
export interface Contacts {
  /** Remembers an address; one that is vouched for needs no confirmation. */
  add(subject: string, email: string, vouched: boolean): Promise<Contact>;
  /** Addresses of a shopper, and of the visitors that the account has claimed, newest first. */
  of(subject: string): readonly Contact[];
  find(n: number): Contact | undefined;
  confirm(n: number): Promise<void>;
  /** Nothing is sent to this address any more, whoever gave it; or again. */
  stop(n: number, on: boolean): Promise<void>;
  /** Whether one more mail may ask this address; counts it. */
  mayAsk(n: number): Promise<boolean>;
}

/** Mails that ask one address within a day, whoever gave it: nobody is bombed through us. */
const ASKS_A_DAY = 3;
const DAY_MS = 86_400_000;

/** `[\s]` also keeps header lines apart; the length is that of RFC 5321. */
const EMAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,190}\.[^\s@<>(),;:"\\[\].]{2,63}$/;

/** A mail address out of what was typed; undefined for what is none. */
export function readEmail(text: unknown): string | undefined {
  const email = typeof text === 'string' ? text.trim().toLowerCase() : '';
  return EMAIL.test(email) ? email : undefined;
}

const placeOf = (hash: string): string => `contact\n${hash}`;

/** Addresses, each sealed with its shopper's key; what stands in clear is a keyed hash that tells equal ones. */
export function createContacts(
  store: Pick<SqliteStore, 'reader' | 'run' | 'obtainKey' | 'keys'>,
  about: { readonly shop: string; readonly secret: string; readonly now: () => number },
): Contacts {
  const { reader, run } = store;
  const { shop, secret, now } = about;
  const byNumber = reader.prepare('SELECT * FROM contact WHERE shop = ? AND n = ?');
  const byHash = reader.prepare('SELECT * FROM contact WHERE shop = ? AND subject = ? AND hash = ?');
  const ofSubject = reader.prepare(
    `SELECT * FROM contact WHERE shop = ?1 AND (subject = ?2
       OR subject IN (SELECT visitor FROM alias WHERE shop = ?1 AND account = ?2)) ORDER BY touched_at DESC, n DESC`,
  );
  const asked = reader.prepare('SELECT count(*) AS n FROM contact_ask WHERE hash = ? AND at > ?');

  function contactOf(row: Row): Contact | undefined {
    const subject = String(row['subject']);
    const key = store.keys.find(shop, subject);
    const { sealed } = row;
    if (!key || !(sealed instanceof Uint8Array)) return undefined;
    return {
      n: Number(row['n']),
      subject,
      email: unseal(key, placeOf(String(row['hash'])), sealed),
      verified: row['verified_at'] !== null,
      stopped: row['stopped_at'] !== null,
    };
  }

  const update = (set: string, n: number, ...values: Value[]) =>
    run(
      `UPDATE contact SET ${set} WHERE hash = (SELECT hash FROM contact WHERE shop = ? AND n = ?)`,
      ...values,
      shop,
      n,
    );

  return {
    async add(subject, email, vouched) {
      const hash = createHmac('sha256', secret).update(email).digest('base64url');
      const key = await store.obtainKey(shop, subject);
      await run(
        `INSERT INTO contact (shop, subject, hash, sealed, verified_at, stopped_at, touched_at)
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT max(stopped_at) FROM contact WHERE hash = ?3), ?6)
         ON CONFLICT (shop, subject, hash) DO UPDATE SET
           touched_at = ?6, verified_at = coalesce(verified_at, ?5)`,
        shop,
        subject,
        hash,
        seal(key, placeOf(hash), email),
        vouched ? now() : null,
        now(),
      );
      const row = byHash.get(shop, subject, hash);
      const contact = row && contactOf(row);
      if (!contact) throw new Error('the address could not be stored');
      return contact;
    },
    of: (subject) => ofSubject.all(shop, subject).flatMap((row) => contactOf(row) ?? []),
    find(n) {
      const row = byNumber.get(shop, n);
      return row && contactOf(row);
    },
    async confirm(n) {
      await run('UPDATE contact SET verified_at = ?, stopped_at = NULL WHERE shop = ? AND n = ?', now(), shop, n);
    },
    async stop(n, on) {
      await update('stopped_at = ?', n, on ? now() : null);
    },
    async mayAsk(n) {
      const row = byNumber.get(shop, n);
      if (!row) return false;
      const hash = String(row['hash']);
      if (Number(asked.get(hash, now() - DAY_MS)?.['n']) >= ASKS_A_DAY) return false;
      await run('DELETE FROM contact_ask WHERE at <= ?', now() - DAY_MS);
      await run('INSERT INTO contact_ask (hash, at) VALUES (?, ?)', hash, now());
      return true;
    },
  };
}
