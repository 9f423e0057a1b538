import { type Keys, namePlace, seal } from '../keys.ts';
import type { Database } from './open-database.ts';
import type { ClaimWords } from './packed-batch.ts';

/** The statements of a claim, run inside a transaction of the writer's. */
export interface Claims {
  /** The account that the visitor is an alias of already. */
  begin(who: ClaimWords): string | undefined;
  /**
   * After the batches: makes the visitor an alias, and what the visitor wrote the account's. False when the account
   * would have two open conversations, or one of the visitor's had no batch.
   */
  settle(who: ClaimWords): boolean;
}

/**
 * Claims on the writer's connection. Authors are rewritten, so that one unique index of (conversation, author, id) goes
 * on telling a repeat; bodies are not, for they can be read with the visitor's key as well as with another.
 */
export function createClaims(database: Database, keys: Keys): Claims {
  const findAccount = database.prepare('SELECT account FROM alias WHERE shop = ? AND visitor = ?');
  const insertAlias = database.prepare('INSERT INTO alias (shop, visitor, account, at) VALUES (?, ?, ?, ?)');
  const theirs = database.prepare(
    `SELECT n, id, coalesce(sealed_for, subject) AS sealed_for,
       EXISTS (SELECT 1 FROM event WHERE conversation = n AND kind = 'claimed' AND role = 'system') AS told
     FROM conversation WHERE shop = ? AND subject = ?`,
  );
  const move = database.prepare(
    'UPDATE conversation SET subject = ?, sealed_for = ?, name = coalesce(?, name) WHERE n = ?',
  );
  const rename = database.prepare(
    "UPDATE event SET author = ? WHERE conversation = ? AND author = ? AND role = 'shopper'",
  );
  const countOpen = database.prepare(
    'SELECT count(*) AS open FROM conversation WHERE shop = ? AND closed = 0 AND subject = ?',
  );

  return {
    begin({ shop, visitor }) {
      const account = findAccount.get(shop, visitor)?.['account'];
      return account === undefined ? undefined : String(account);
    },
    settle({ shop, visitor, account, at }) {
      // Erasing the account deletes this key, and with it the visitor's.
      keys.obtain(shop, account.id);
      insertAlias.run(shop, visitor, account.id, at);
      for (const row of theirs.all(shop, visitor)) {
        if (Number(row['told']) === 0) return false;
        const sealedFor = String(row['sealed_for']);
        const key = keys.obtain(shop, sealedFor);
        const name = account.name === undefined ? null : seal(key, namePlace(String(row['id'])), account.name);
        move.run(account.id, sealedFor, name, Number(row['n']));
        rename.run(account.id, Number(row['n']), visitor);
      }
      return Number(countOpen.get(shop, account.id)?.['open']) <= 1;
    },
  };
}
