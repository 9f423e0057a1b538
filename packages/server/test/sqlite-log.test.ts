import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';
import { batch, conversationId, creation, event, record } from './made-up.ts';

built('engines/sqlite-writer-thread.js');

async function openLog(path = join(makeFolder(), 'log.db')) {
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  return { log: createSqliteLog(store), store };
}

test('appends, finds and reads back what was written', async () => {
  const { log } = await openLog();
  const first = event(1, 'a', { body: { text: '被子多重？', about: { product: 'q1' } } });
  const second = event(2, 'b', { from: { role: 'agent', id: 'agent:1', name: '小棠', avatar: '/a.svg' } });
  expect(await log.insert([creation('one', [first], { name: '梅', locale: 'zh-CN' })])).toEqual([true]);
  expect(await log.insert([batch('one', second)])).toEqual([true]);
  expect(await log.read(conversationId('one'), 0, 10)).toEqual([first, second]);
  expect(await log.read(conversationId('one'), 1, 10)).toEqual([second]);
  expect(await log.read(conversationId('one'), 0, 1)).toEqual([first]);
  expect(await log.find(conversationId('one'), 'agent:1', 'b')).toBe(2);
  expect(await log.find(conversationId('one'), 'user:mei', 'b')).toBeUndefined();
  expect(await log.head(conversationId('one'))).toEqual({
    record: record('one', { name: '梅', locale: 'zh-CN' }),
    head: 2,
  });
  expect(await log.head(conversationId('none'))).toBeUndefined();
  expect(await log.first(conversationId('one'))).toBe(1);
});

test('rule 1: refuses a repeat, a hole, an old number, a second creation and an unknown conversation, each whole', async () => {
  const { log } = await openLog();
  await log.insert([creation('one', [event(1, 'a')]), creation('two', [event(1, 'a')], { subject: 'user:lin' })]);
  const refused: string[] = [];
  const attempt = async (name: string, ...batches: Parameters<typeof log.insert>[0]) => {
    refused.push(`${name}: ${(await log.insert(batches)).join(' ')}`);
  };
  await attempt('repeated id', batch('one', event(2, 'a')));
  await attempt('repeated id behind a good row', batch('one', event(2, 'b'), event(3, 'a')));
  await attempt('twice in one batch', batch('one', event(2, 'c'), event(3, 'c')));
  await attempt('hole', batch('one', event(3, 'd')));
  await attempt('hole inside', batch('one', event(2, 'd'), event(4, 'e')));
  await attempt('old number', batch('one', event(1, 'f')));
  await attempt('created again', creation('one', [event(1, 'g')]));
  await attempt('created from the middle', creation('new', [event(2, 'h')]));
  await attempt('unknown', batch('nowhere', event(1, 'i')));
  await attempt(
    'among good ones',
    batch('two', event(2, 'j')),
    batch('one', event(9, 'k')),
    creation('six', [event(1, 'l')], { subject: 'user:six' }),
  );
  expect(refused).toEqual([
    'repeated id: false',
    'repeated id behind a good row: false',
    'twice in one batch: false',
    'hole: false',
    'hole inside: false',
    'old number: false',
    'created again: false',
    'created from the middle: false',
    'unknown: false',
    'among good ones: true false true',
  ]);
  const ids = async (name: string) => (await log.read(conversationId(name), 0, 10)).map(({ seq, id }) => `${seq}${id}`);
  expect([await ids('one'), await ids('two'), await ids('six'), await ids('new')]).toEqual([
    ['1a'],
    ['1a', '2j'],
    ['1l'],
    [],
  ]);
  // After every refusal the next number is still free.
  expect(await log.insert([batch('one', event(2, 'b'), event(3, 'c'))])).toEqual([true]);
});

test('lists open conversations, newest first, of one shop and shopper only', async () => {
  const { log } = await openLog();
  await log.insert([creation('one', [event(1, 'a')])]);
  await log.insert([creation('hers', [event(1, 'a')], { subject: 'user:lin' })]);
  await log.insert([creation('else', [event(1, 'a')], { shop: 'other' })]);
  await log.insert([batch('one', event(2, 'b', { kind: 'closed', body: {} }))]);
  await log.insert([creation('two', [event(1, 'a')])]);
  const names = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id.split('-')[0]);
  expect(names(await log.openOf('inn', 'user:mei'))).toEqual(['two']);
  expect(names(await log.open('inn'))).toEqual(['two', 'hers']);
  expect(names(await log.openOf('other', 'user:mei'))).toEqual(['else']);
});

test('keeps order, heads and epoch over a reopening', async () => {
  const path = join(makeFolder(), 'log.db');
  const before = await openSqliteStore(path);
  await createSqliteLog(before).insert([creation('one', [event(1, 'a'), event(2, 'b')])]);
  await before.close();
  const { log, store } = await openLog(path);
  expect(store.epoch).toBe(before.epoch);
  expect(await log.insert([batch('one', event(2, 'x'))])).toEqual([false]);
  expect(await log.insert([batch('one', event(3, 'c'))])).toEqual([true]);
  expect((await log.read(conversationId('one'), 0, 9)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('rule 2: the writing connection reports synchronous=FULL, and a file of a newer schema is left alone', async () => {
  const path = join(makeFolder(), 'log.db');
  const store = await openSqliteStore(path);
  expect(store.synchronous).toBe('full');
  await store.run("UPDATE meta SET value = '99' WHERE name = 'schema'");
  await store.close();
  await expect(openSqliteStore(path)).rejects.toThrow('schema 99');
});

test('what is asked after the end is refused, not lost in silence', async () => {
  const store = await openSqliteStore(join(makeFolder(), 'log.db'));
  const log = createSqliteLog(store);
  const last = log.insert([creation('one', [event(1, 'a')])]);
  const closed = log.close();
  expect(await last).toEqual([true]);
  await closed;
  await expect(log.insert([batch('one', event(2, 'b'))])).rejects.toThrow('closed');
});
