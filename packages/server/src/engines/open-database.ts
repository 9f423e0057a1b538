import { isBuiltin } from 'node:module';

/** What may stand in a row. */
export type Value = string | number | bigint | Uint8Array | null;

/** A row by column. */
export type Row = Readonly<Record<string, Value>>;

/** A prepared statement. */
export interface Statement {
  run(...values: Value[]): { readonly changes: number | bigint };
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
}

/** A SQLite database, from whichever package this Node has. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface SqliteModule {
  readonly DatabaseSync: new (path: string, options: { readonly readOnly: boolean }) => Database;
}

/**
 * `node:sqlite` where Node has it (22.13 and later), else `@photostructure/sqlite`, a copy of the same interface for
 * Node 20. Node 22 calls its module experimental on standard error; that line would be all that a merchant sees of it.
 */
async function sqlite(): Promise<SqliteModule> {
  if (!isBuiltin('node:sqlite')) return (await import('@photostructure/sqlite')) as unknown as SqliteModule;
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    const name = 'node:sqlite';
    return (await import(name)) as SqliteModule;
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Databases by their statements: in `@photostructure/sqlite` a statement does not keep its database alive. */
const owners = new WeakMap<Statement, Database>();

/**
 * Opens a database file, in WAL mode and with `synchronous=FULL` unless it is opened for reading only.
 * @throws Error when the mode cannot be set, for the log promises that what it acknowledged is on disk.
 */
export async function openDatabase(path: string, { readOnly = false } = {}): Promise<Database> {
  const { DatabaseSync } = await sqlite();
  const database = new DatabaseSync(path, { readOnly });
  database.exec('PRAGMA busy_timeout = 5000');
  if (!readOnly) {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
    database.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON');
    const mode = String(database.prepare('PRAGMA journal_mode').get()?.['journal_mode']);
    if (mode !== 'wal') {
      database.close();
      throw new Error(`${path}: the journal mode is ${mode}, not wal. Put DATA_DIR on a local disk.`);
    }
  }
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      owners.set(statement, database);
      return statement;
    },
    close: () => database.close(),
  };
}

/** Ends a transaction that failed. SQLite has ended it by itself after some errors, such as a full disk. */
export function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // There was none any more; the error that led here is the one to tell.
  }
}

/** The `synchronous` level of a connection, read back from SQLite: 2 is FULL. */
export const synchronousLevel = (database: Database): number =>
  Number(database.prepare('PRAGMA synchronous').get()?.['synchronous']);
