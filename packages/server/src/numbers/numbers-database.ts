import { type Database, openDatabase } from '../engines/open-database.ts';

/** Another number makes everything be counted anew. */
export const NUMBERS_VERSION = 2;

/**
 * What was counted, in a file of its own, beside the log: it can be deleted and is made again from the log. In clear stand
 * times, numbers and ids; `words` is sealed with the key of the shopper, so that erasing one erases them.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS conversation (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, shop TEXT NOT NULL, seq INTEGER NOT NULL, sessions INTEGER NOT NULL,
  state TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS session (
  n INTEGER NOT NULL, k INTEGER NOT NULL, start INTEGER NOT NULL, facts TEXT NOT NULL, words BLOB,
  PRIMARY KEY (n, k)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS session_start ON session (start);
`;

/** Opens the file, making it if there is none. A commit that a crash undoes is counted again. */
export async function openNumbersDatabase(path: string): Promise<Database> {
  const database = await openDatabase(path);
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec(TABLES);
  return database;
}
