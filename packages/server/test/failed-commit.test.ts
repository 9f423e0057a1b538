import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../src/engines/open-database.ts';
import { packBatches } from '../src/engines/packed-batch.ts';
import { prepareSchema } from '../src/engines/schema.ts';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createSqliteWriter } from '../src/engines/sqlite-writer.ts';
import { makeFolder } from './folder.ts';
import { batch, conversationId, creation, event } from './made-up.ts';

test('a commit that fails leaves nothing behind, neither rows nor keys nor what the writer remembers', async () => {
  const path = join(makeFolder(), 'log.db');
  const database = await openDatabase(path);
  prepareSchema(database);
  let failing = false;
  const weak: Database = {
    ...database,
    exec(sql) {
      if (failing && sql === 'COMMIT') throw new Error('disk full');
      database.exec(sql);
    },
  };
  const writer = createSqliteWriter(weak);
  expect(writer.insert(packBatches([creation('one', [event(1, 'a')])]))).toEqual([true]);
  failing = true;
  const lost = packBatches([
    batch('one', event(2, 'b')),
    creation('two', [event(1, 'a')], { subject: 'user:lin', name: '林' }),
  ]);
  expect(() => writer.insert(lost)).toThrow('disk full');
  failing = false;
  expect(writer.insert(lost)).toEqual([true, true]);
  expect(writer.insert(packBatches([batch('one', event(3, 'c')), batch('two', event(2, 'b'))]))).toEqual([true, true]);
  database.close();

  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  const log = createSqliteLog(store);
  const read = async (name: string) =>
    (await log.read(conversationId(name), 0, 9)).map(({ id, body }) => `${id} ${body['text']}`);
  expect([await read('one'), await read('two')]).toEqual([
    ['a line 1', 'b line 2', 'c line 3'],
    ['a line 1', 'b line 2'],
  ]);
  expect((await log.head(conversationId('two')))?.record.name).toBe('林');
});

test('a statement that fails ends its request only; a store that is closed on purpose is not broken', async () => {
  const store = await openSqliteStore(join(makeFolder(), 'log.db'));
  await expect(store.run('SELECT nonsense FROM nowhere')).rejects.toThrow('nowhere');
  expect(await store.run('DELETE FROM agent_key')).toBe(0);
  await store.close();
  await expect(Promise.race([store.broken, Promise.resolve('quiet')])).resolves.toBe('quiet');
});
