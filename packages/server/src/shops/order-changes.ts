import { type Address, isAddress } from '@xiaoer/core/protocol';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import { subjectOf } from '../identity/subject-of.ts';
import { seal, unseal } from '../keys.ts';

/** Changes of orders that were asked for in the chat, kept beside the merchant's files. */
export interface OrderChanges {
  /** Where an order goes by its newest change. */
  address(subject: string, order: string): Address | undefined;
  /** All changes of a principal's orders, oldest first. */
  all(principal: string): readonly { readonly order: string; readonly at: number; readonly address: Address }[];
  /** Records a change; the same `key` again changes nothing. The answer is the address recorded under the key. */
  change(subject: string, order: string, address: Address, key: string): Promise<Address>;
}

/** Changes of one shop, sealed with the key of the shopper whose order it is. */
export function createOrderChanges(store: SqliteStore, shop: string, now: () => number): OrderChanges {
  const newest = store.reader.prepare(
    'SELECT key, sealed FROM order_change WHERE shop = ? AND subject = ? AND order_id = ? ORDER BY n DESC LIMIT 1',
  );
  const byKey = store.reader.prepare(
    'SELECT order_id, sealed FROM order_change WHERE shop = ? AND subject = ? AND key = ?',
  );
  const ofSubject = store.reader.prepare('SELECT * FROM order_change WHERE shop = ? AND subject = ? ORDER BY n');
  /** The key of a shopper's conversations, whose principal is the token's subject behind `user:`. */
  const principal = (subject: string) => `user:${subject}`;
  const place = (subject: string, order: string, key: string) => `${shop}\n${subject}\n${order}\n${key}`;

  function open(subject: string, order: string, key: string, sealed: unknown): Address | undefined {
    const secret = store.keys.find(shop, principal(subject));
    if (!secret || !(sealed instanceof Uint8Array)) return undefined;
    const value: unknown = JSON.parse(unseal(secret, place(subject, order, key), sealed));
    return isAddress(value) ? value : undefined;
  }

  return {
    address(subject, order) {
      const row = newest.get(shop, subject, order);
      return row && open(subject, order, String(row['key']), row['sealed']);
    },
    all(owner) {
      const sub = subjectOf(owner);
      return sub === undefined
        ? []
        : ofSubject.all(shop, sub).flatMap((row) => {
            const order = String(row['order_id']);
            const changed = open(sub, order, String(row['key']), row['sealed']);
            return changed ? [{ order, at: Number(row['at']), address: changed }] : [];
          });
    },
    async change(subject, order, address, key) {
      const secret = await store.obtainKey(shop, principal(subject));
      const sealed = seal(secret, place(subject, order, key), JSON.stringify(address));
      await store.run(
        'INSERT OR IGNORE INTO order_change (shop, subject, key, order_id, sealed, at) VALUES (?, ?, ?, ?, ?, ?)',
        shop,
        subject,
        key,
        order,
        sealed,
        now(),
      );
      const row = byKey.get(shop, subject, key);
      return (row && open(subject, String(row['order_id']), key, row['sealed'])) ?? address;
    },
  };
}
