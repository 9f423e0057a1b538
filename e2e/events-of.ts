import { join } from 'node:path';
import { openDatabase } from '../packages/server/src/engines/open-database.ts';
import { createKeys } from '../packages/server/src/keys.ts';
import { createLogReader } from '../packages/server/src/numbers/read-log.ts';
import type { Inn } from './inn.ts';

/** Every event of every conversation with what it says, out of the database as it is on the disk. */
export async function eventsOf(inn: Pick<Inn, 'dataDir'>) {
  const database = await openDatabase(join(inn.dataDir, 'xiaoer.db'), { readOnly: true });
  try {
    const log = createLogReader(database, createKeys(database));
    return log.heads().flatMap(({ n }) => {
      const row = log.find(n);
      return row ? [{ conversation: row.id, events: log.read(row, 0).events }] : [];
    });
  } finally {
    database.close();
  }
}
