import { createCipheriv, createDecipheriv, randomBytes, randomFillSync } from 'node:crypto';
import type { Database } from './engines/open-database.ts';

const NONCE = 12;
const TAG = 16;

/** Random nonces are drawn in blocks, for a call to the generator costs more than the cipher itself. */
const pool = Buffer.alloc(NONCE * 512);
let drawn = pool.length;

function nonce(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += NONCE;
  return pool.subarray(drawn - NONCE, drawn);
}

/**
 * AES-256-GCM (NIST SP 800-38D): nonce, ciphertext, tag. `place` is authenticated with it, so that what is sealed and
 * moved to another row does not open.
 */
export function sealBytes(key: Uint8Array, place: string, bytes: Uint8Array): Uint8Array {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([iv, body, cipher.getAuthTag()]);
}

/**
 * Opens what {@link sealBytes} made.
 * @throws Error when key or place are others, or the bytes were changed.
 */
export function unsealBytes(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const bytes = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
  decipher.final();
  return bytes;
}

/** A text, sealed as {@link sealBytes} does. */
export const seal = (key: Uint8Array, place: string, text: string): Uint8Array =>
  sealBytes(key, place, Buffer.from(text));

/** A text out of what {@link seal} made; throws as {@link unsealBytes} does. */
export const unseal = (key: Uint8Array, place: string, sealed: Uint8Array): string =>
  unsealBytes(key, place, sealed).toString();

/** Where an event's body stands. */
export const eventPlace = (conversation: string, seq: number): string => `${conversation}\n${seq}`;

/** Where the name of a conversation's shopper stands. */
export const namePlace = (conversation: string): string => `${conversation}\nname`;

/** Where the fold over a conversation's trimmed events stands. */
export const snapshotPlace = (conversation: string): string => `${conversation}\nsnapshot`;

/** The key of each subject. Deleting the row makes everything sealed with it unreadable, in backups too. */
export interface Keys {
  find(shop: string, subject: string): Uint8Array | undefined;
  /** Finds the key or makes one. Needs a connection that may write. */
  obtain(shop: string, subject: string): Uint8Array;
  /** Forgets what is held in memory; after a rollback the rows behind it may be gone. */
  forget(): void;
}

/** Most keys held in memory at once. */
const HELD = 10_000;

/** Keys of a database. */
export function createKeys(database: Database): Keys {
  const select = database.prepare('SELECT key FROM subject_key WHERE shop = ? AND subject = ?');
  let insert: ReturnType<Database['prepare']> | undefined;
  const held = new Map<string, Uint8Array>();
  const find: Keys['find'] = (shop, subject) => {
    const name = `${shop}\n${subject}`;
    const known = held.get(name);
    if (known) return known;
    const key = select.get(shop, subject)?.['key'];
    if (!(key instanceof Uint8Array)) return undefined;
    if (held.size >= HELD) held.delete(held.keys().next().value ?? '');
    held.set(name, key);
    return key;
  };
  return {
    find,
    obtain(shop, subject) {
      const known = find(shop, subject);
      if (known) return known;
      insert ??= database.prepare('INSERT OR IGNORE INTO subject_key (shop, subject, key) VALUES (?, ?, ?)');
      insert.run(shop, subject, randomBytes(32));
      const key = select.get(shop, subject)?.['key'];
      if (!(key instanceof Uint8Array)) throw new Error('the key of a subject could not be stored');
      return key;
    },
    forget: () => held.clear(),
  };
}
