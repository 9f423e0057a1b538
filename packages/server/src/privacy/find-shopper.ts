import { createHmac } from 'node:crypto';
import { ERASED } from '@xiaoer/host';
import type { Database } from '../engines/open-database.ts';
import { readEmail } from '../notices/contacts.ts';
import { logIdOf } from '../tickets/ticket-log.ts';

/** A shopper in a database. */
export interface FoundShopper {
  readonly shop: string;
  readonly subject: string;
}

/**
 * Shoppers by what a merchant has of them: the id of their account, with or without `user:`, that of a visitor, of a
 * conversation, the number of a ticket, or a mail address. One address may be several shoppers'.
 */
export function findShoppers({ prepare }: Pick<Database, 'prepare'>, id: string): readonly FoundShopper[] {
  const rows = prepare(
    `SELECT DISTINCT replace(shop, '#tickets', '') AS shop, subject FROM (
       SELECT shop, subject FROM conversation WHERE (id IN (?1, ?2) OR subject IN (?1, ?3)) AND shop NOT LIKE '%#knowledge' AND shop NOT LIKE '%#settings'
       UNION SELECT shop, subject FROM contact WHERE subject IN (?1, ?3)
       UNION SELECT shop, subject FROM upload WHERE subject IN (?1, ?3)
       UNION SELECT shop, account AS subject FROM alias WHERE visitor = ?1 OR account IN (?1, ?3)
       UNION SELECT shop, 'user:' || subject AS subject FROM order_change WHERE 'user:' || subject IN (?1, ?3)
     ) WHERE subject <> '${ERASED}'`,
  ).all(id, logIdOf(id), `user:${id}`);
  const email = readEmail(id);
  const secret = prepare("SELECT value FROM meta WHERE name = 'contact-key'").get()?.['value'];
  if (rows.length === 0 && email !== undefined && secret !== undefined) {
    const hash = createHmac('sha256', String(secret)).update(email).digest('base64url');
    rows.push(...prepare('SELECT DISTINCT shop, subject FROM contact WHERE hash = ?').all(hash));
  }
  return rows.map(({ shop, subject }) => ({ shop: String(shop), subject: String(subject) }));
}
