import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { eventPlace, seal, unseal } from '../src/keys.ts';
import { createOrderChanges } from '../src/shops/order-changes.ts';
import { makeFolder } from './folder.ts';
import { batch, conversationId, creation, event } from './made-up.ts';

/** Every byte of every file of the folder. */
const bytesOf = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

test('no body, name or address can be read in the files, before and after a checkpoint', async () => {
  const folder = makeFolder();
  const store = await openSqliteStore(join(folder, 'log.db'));
  const log = createSqliteLog(store);
  const secrets = ['龙井路一号的门铃坏了', 'doorbell-is-broken', '梅若雪', 'Tang Xiaotang', 'West Lake Road 9'];
  const from = { role: 'agent', id: 'agent:1', name: 'Tang Xiaotang' } as const;
  await log.insert([creation('one', [event(1, 'a', { body: { text: secrets[0] } })], { name: '梅若雪' })]);
  await log.insert([batch('one', event(2, 'b', { from, body: { text: 'doorbell-is-broken' } }))]);
  await createOrderChanges(store, 'inn', () => 1).change('mei', 'o1', { text: 'West Lake Road 9' }, 'k1');
  const found = () => secrets.filter((secret) => bytesOf(folder).includes(secret));
  expect(found()).toEqual([]);
  expect(bytesOf(folder).includes(conversationId('one'))).toBe(true);
  await store.close();
  expect(found()).toEqual([]);
});

test('deleting the key of a shopper leaves numbers and kinds, and nothing to read', async () => {
  const path = join(makeFolder(), 'log.db');
  const before = await openSqliteStore(path);
  await createSqliteLog(before).insert([
    creation('one', [event(1, 'a')], { name: '梅' }),
    creation('two', [event(1, 'a')], { subject: 'user:lin' }),
  ]);
  await before.run("DELETE FROM subject_key WHERE subject = 'user:mei'");
  await before.close();
  const after = await openSqliteStore(path);
  const log = createSqliteLog(after);
  expect(await log.read(conversationId('one'), 0, 9)).toEqual([event(1, 'a', { body: {} })]);
  expect((await log.head(conversationId('one')))?.record.name).toBeUndefined();
  expect(await log.read(conversationId('two'), 0, 9)).toEqual([event(1, 'a')]);
  await after.close();
});

test('a sealed body does not open in another row, with another key, or changed', () => {
  const key = new Uint8Array(32).fill(7);
  const sealed = seal(key, eventPlace('c', 1), '客官好');
  expect(unseal(key, eventPlace('c', 1), sealed)).toBe('客官好');
  expect(() => unseal(key, eventPlace('c', 2), sealed)).toThrow();
  expect(() => unseal(new Uint8Array(32), eventPlace('c', 1), sealed)).toThrow();
  const changed = Uint8Array.from(sealed);
  changed[15] = (changed[15] ?? 0) ^ 1;
  expect(() => unseal(key, eventPlace('c', 1), changed)).toThrow();
  expect(seal(key, 'p', 'x')).not.toEqual(seal(key, 'p', 'x'));
});
