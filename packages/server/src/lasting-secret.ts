import { randomBytes } from 'node:crypto';
import type { SqliteStore } from './engines/sqlite-store.ts';

/** A secret that lives as long as the database, so that a restart ends neither a session nor a link. */
export async function lastingSecret(
  { run, reader }: Pick<SqliteStore, 'run' | 'reader'>,
  name: string,
): Promise<string> {
  await run('INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)', name, randomBytes(32).toString('base64url'));
  return String(reader.prepare('SELECT value FROM meta WHERE name = ?').get(name)?.['value']);
}
