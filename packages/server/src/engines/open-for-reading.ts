import type { Log } from '@xiaoer/host';
import { createKeys } from '../keys.ts';
import { type Database, openDatabase } from './open-database.ts';
import { createSqliteLog } from './sqlite-log.ts';

/** A store that nothing is written to; a server may have it open. */
export interface ReadStore {
  readonly reader: Database;
  readonly log: Pick<Log, 'find' | 'head' | 'read'> & Pick<Log, 'insert'>;
  /** The shops that have conversations in it. */
  shops(): readonly string[];
  close(): void;
}

/** Opens a database for reading. What would write rejects. */
export async function openForReading(path: string): Promise<ReadStore> {
  const reader = await openDatabase(path, { readOnly: true });
  const never = () => Promise.reject(new Error(`${path} is open for reading only`));
  const log = createSqliteLog({
    epoch: '',
    reader,
    keys: createKeys(reader),
    insert: never,
    claim: never,
    trim: never,
    close: async () => reader.close(),
  });
  const shops = reader.prepare("SELECT DISTINCT shop FROM conversation WHERE instr(shop, '#') = 0 ORDER BY shop");
  return { reader, log, shops: () => shops.all().map(({ shop }) => String(shop)), close: () => reader.close() };
}
