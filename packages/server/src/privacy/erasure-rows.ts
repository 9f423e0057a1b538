import type { Database, Row } from '../engines/open-database.ts';
import type { SqliteStore } from '../engines/sqlite-store.ts';

type Reader = Pick<Database, 'prepare'>;

/** Visitors whom an account has claimed: what they wrote is the account's, what they uploaded is under their own names. */
export const visitorsOf = (reader: Reader, shop: string, subject: string): readonly string[] =>
  reader
    .prepare('SELECT visitor FROM alias WHERE shop = ? AND account = ?')
    .all(shop, subject)
    .map(({ visitor }) => String(visitor));

/** Erasures that are not over, oldest first. */
export const openErasures = (reader: Reader, shop: string): readonly Row[] =>
  reader.prepare("SELECT * FROM erasure WHERE state IN ('asked', 'forgotten') AND shop = ? ORDER BY n").all(shop);

/** Records a wish; one that waits already is not recorded twice. Its number. */
export async function askErasure(
  { reader, run }: Pick<SqliteStore, 'reader' | 'run'>,
  { shop, subject, who, now }: Record<'shop' | 'subject' | 'who', string> & { readonly now: number },
): Promise<number> {
  await run(
    `INSERT INTO erasure (shop, subject, who, asked_at, state) SELECT ?1, ?2, ?3, ?4, 'asked'
     WHERE NOT EXISTS (SELECT 1 FROM erasure WHERE shop = ?1 AND subject = ?2 AND state = 'asked')`,
    shop,
    subject,
    who,
    now,
  );
  const row = reader
    .prepare("SELECT max(n) AS n FROM erasure WHERE shop = ? AND subject IN (?, '')")
    .get(shop, subject);
  return Number(row?.['n'] ?? 0);
}
