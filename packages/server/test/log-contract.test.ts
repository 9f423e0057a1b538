import { join } from 'node:path';
import { LOG_CONTRACT } from '@xiaoer/host/testing';
import { test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { makeFolder } from './folder.ts';

test.each(LOG_CONTRACT.map((one) => [one.name, one] as const))(
  'the contract of logs, on a file: %s',
  async (_, one) => {
    const log = createSqliteLog(await openSqliteStore(join(makeFolder(), 'log.db')));
    await one.run(log);
    await log.close();
  },
);
