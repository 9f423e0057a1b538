import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createAgents } from '../src/identity/agents.ts';
import { makeFolder } from './folder.ts';

const HOUR = 3_600_000;

async function open() {
  const store = await openSqliteStore(join(makeFolder(), 'inn.db'));
  onTestFinished(() => store.close());
  const clock = { now: 1_000_000 };
  return { clock, store, agents: createAgents({ reader: store.reader, run: store.run }, () => clock.now) };
}

test('a one-time key lets its agent in once', async () => {
  const { agents } = await open();
  const { id, key } = await agents.add(' 小棠 ');
  const session = await agents.enter(key);
  expect(session && agents.find(session)).toEqual({ role: 'agent', id, name: '小棠' });
  expect(await agents.enter(key)).toBeUndefined();
  expect(await agents.enter('nonsense')).toBeUndefined();
  expect(agents.find('nonsense')).toBeUndefined();
  expect(agents.find(key)).toBeUndefined();
});

test('two browsers that use one key at the same time: one comes in', async () => {
  const { agents } = await open();
  const { key } = await agents.add('Tang');
  const entered = await Promise.all([agents.enter(key), agents.enter(key), agents.enter(key)]);
  expect(entered.filter((session) => session !== undefined)).toHaveLength(1);
});

test('a key is good for a day', async () => {
  const { agents, clock } = await open();
  const [late, early] = [await agents.add('Tang'), await agents.add('Tang')];
  expect(late.id).toBe(early.id);
  clock.now += 24 * HOUR - 1;
  expect(await agents.enter(early.key)).toBeTypeOf('string');
  clock.now += 1;
  expect(await agents.enter(late.key)).toBeUndefined();
});

test('a session ends twelve hours after its last use', async () => {
  const { agents, clock, store } = await open();
  const session = (await agents.enter((await agents.add('Tang')).key)) ?? '';
  clock.now += 11 * HOUR;
  expect(agents.find(session)).toMatchObject({ name: 'Tang' });
  // Any write behind it shows that the slide is on disk.
  await store.run('DELETE FROM agent_key');
  clock.now += 11 * HOUR;
  expect(agents.find(session)).toMatchObject({ name: 'Tang' });
  await store.run('DELETE FROM agent_key');
  clock.now += 12 * HOUR;
  expect(agents.find(session)).toBeUndefined();
});

test('keys and sessions stand in the database as hashes only', async () => {
  const { agents, store } = await open();
  const { key } = await agents.add('Tang');
  const session = (await agents.enter(key)) ?? '';
  const rows = JSON.stringify([
    store.reader.prepare('SELECT * FROM agent_key').all(),
    store.reader.prepare('SELECT * FROM agent_session').all(),
  ]);
  expect(rows).not.toContain(key);
  expect(rows).not.toContain(session);
});

test('a name is needed', async () => {
  const { agents } = await open();
  await expect(agents.add('  ')).rejects.toThrow('needs a name');
  await expect(agents.add(' \u202E\n')).rejects.toThrow('needs a name');
});

test('what nobody sees is left out of a name, so that two agents never look the same', async () => {
  const { agents } = await open();
  const plain = await agents.add('Tang Mei');
  const turned = await agents.add('\u2067Tang\n \u202EMei\u200F');
  expect([turned.id, turned.name]).toEqual([plain.id, 'Tang Mei']);
  expect((await agents.add(`${'x'.repeat(79)}😀`)).name).toBe('x'.repeat(79));
});

test('groups are kept until others are given, cleaned, each once', async () => {
  const { agents } = await open();
  const { id } = await agents.add('Tang', ['vip', ' after-sales ', 'vip', '']);
  expect(agents.groupsOf(id)).toEqual(['after-sales', 'vip']);
  await agents.add('Tang');
  expect(agents.groupsOf(id)).toEqual(['after-sales', 'vip']);
  await agents.add('Tang', []);
  expect(agents.groupsOf(id)).toEqual([]);
  expect(agents.groupsOf('nobody')).toEqual([]);
});
