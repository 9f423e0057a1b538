import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trim } from '@xiaoer/host';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { makeFolder } from './folder.ts';
import { append, dial, hello, openInn } from './inn.ts';
import { batch, conversationId, creation, event } from './made-up.ts';

async function openLog(path: string) {
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  return { store, log: createSqliteLog(store) };
}

test('server rule 3: over sockets and a file, a cursor below what is kept is reset', async () => {
  const server = await openInn();
  const secret = 's'.repeat(43);
  const conversation = conversationId('trim');
  const page = await dial(server, '/ws');
  page.send(hello({ secret }));
  await page.next('welcome');
  for (const id of ['a1', 'a2', 'a3']) {
    page.send(append(conversation, id, '运费怎么算？'));
    await page.next((frame) => frame.t === 'ack' && frame['id'] === id);
  }
  await page.next((frame) => frame.t === 'events' && Number((frame['events'] as { seq: number }[]).at(-1)?.seq) >= 5);
  const log = createSqliteLog(server.store);
  await trim(server.host, conversation, 3);
  expect(await log.first(conversation)).toBe(3);
  const late = await dial(server, '/ws');
  late.send(hello({ secret, cursors: [{ conversation, epoch: server.store.epoch, seq: 1 }] }));
  const reset = await late.next('reset');
  expect([reset['first'], (reset['events'] as { seq: number }[])[0]?.seq]).toEqual([3, 3]);
  late.send(append(conversation, 'a1', '运费怎么算？'));
  expect(await late.next('ack')).toMatchObject({ id: 'a1', seq: 1 });
});

test('what was trimmed is in no file any more, not even sealed', async () => {
  const folder = makeFolder();
  const path = join(folder, 'log.db');
  const { log, store } = await openLog(path);
  await log.insert([creation('one', [event(1, 'a'), event(2, 'b'), event(3, 'c')])]);
  const sealed = store.reader
    .prepare('SELECT sealed FROM event WHERE seq < 3')
    .all()
    .map((row) => Buffer.from(row['sealed'] as Uint8Array));
  const inFiles = () => {
    const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    return sealed.map((one) => bytes.includes(one));
  };
  expect(inFiles()).toEqual([true, true]);
  await log.trim(conversationId('one'), 3, { v: 1, secret: '门铃' });
  await store.run('PRAGMA wal_checkpoint(TRUNCATE)');
  expect(inFiles()).toEqual([false, false]);
  expect(await log.snapshot(conversationId('one'))).toEqual({ seq: 2, state: { v: 1, secret: '门铃' } });
  expect(await log.insert([batch('one', event(4, 'a'))])).toEqual([false]);
  await store.run("DELETE FROM subject_key WHERE subject = 'user:mei'");
  store.keys.forget();
  expect(await log.snapshot(conversationId('one'))).toBeUndefined();
});
