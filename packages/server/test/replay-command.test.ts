import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { runCommand } from '../src/commands/run-command.ts';
import { databaseIn } from '../src/engines/schema.ts';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createVersionLog } from '../src/learning/version-log.ts';
import { makeFolder } from './folder.ts';

const SHOP = {
  'mapping.json': { shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY' } },
  'answers.json': [
    {
      id: 'fee',
      question: { 'zh-CN': '运费怎么算？', en: 'How much is shipping?' },
      answer: { 'zh-CN': '满 88 元包邮。', en: 'Free from ¥88.' },
    },
    {
      id: 'invoice',
      question: { 'zh-CN': '可以开发票吗？', en: 'Can I have an invoice?' },
      answer: { 'zh-CN': '可以，在订单页面申请。', en: 'Yes, on the page of the order.' },
    },
  ],
};

const event = (seq: number, role: ChatEvent['from']['role'], kind: string, body: object): ChatEvent => ({
  seq,
  id: `e${seq}`,
  at: Date.now() - 60_000 + seq,
  from: { role, id: role === 'shopper' ? 'hash' : role },
  kind,
  body: body as ChatEvent['body'],
});

/** The assistant said something wrong, and a person put it right. */
const EVENTS: readonly ChatEvent[] = [
  event(1, 'shopper', 'text', { text: 'How much is shipping?' }),
  event(2, 'bot', 'text', { text: 'Yes, on the page of the order.' }),
  event(3, 'bot', 'trace', { turn: 1, decision: 'answer', source: 'invoice', confidence: 0.7, candidates: [] }),
  event(4, 'shopper', 'text', { text: 'a human please' }),
  event(5, 'bot', 'handoff', { state: 'requested', reason: 'wish' }),
  event(6, 'bot', 'trace', { turn: 4, decision: 'handoff', source: 'wish', confidence: 1, candidates: [] }),
  event(7, 'agent', 'handoff', { state: 'joined', agent: { id: 'tang', name: 'Tang' } }),
  event(8, 'agent', 'text', { text: 'Free from ¥88.' }),
];

const lines = (...rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');

const replay = async (log: string, ...args: readonly string[]) =>
  JSON.parse(await runCommand('replay', [log, '--json', ...args]));

test('a log of messages and of conversations, some lines of which are broken', async () => {
  const folder = makeFolder({
    'log.jsonl': lines(
      { text: '运费怎么算', expect: 'fee', intent: 'shipping.cost' },
      { text: 'can i have an invoice', expect: ['invoice'] },
      { text: 'How much is shipping?', expect: 'invoice' },
      { text: '转人工', expect: 'person' },
      'not json',
      { text: '' },
      [],
      { neither: true },
      { conversation: 'c1', locale: 'en', events: [...EVENTS, { seq: 'nine' }] },
      '',
    ),
  });
  const shop = makeFolder(SHOP);
  const told = await replay(join(folder, 'log.jsonl'), '--shop', shop);
  expect(told).toMatchObject({
    conversations: 1,
    version: 0,
    all: { rows: 6, judged: 4, wrong: 1, precision: 0.75, wronglyKept: 0, wronglyHandedOver: 0 },
    languages: { 'zh-CN': { rows: 2, precision: 1 }, en: { rows: 4 } },
    wrong: [{ text: 'How much is shipping?', given: 'fee', right: ['invoice'] }],
  });
  expect(told.all.p95Ms).toBeGreaterThan(0);
  expect(told.intents['shipping.cost'].rows).toBeGreaterThanOrEqual(1);
  expect(told.leftOut.map(({ line }: { line: number }) => line)).toEqual([5, 6, 7, 8, 9]);
  expect(told.leftOut.at(-1).reason).toBe('1 of its 9 events cannot be read; the others were taken');
  const text = await runCommand('replay', [join(folder, 'log.jsonl'), '--shop', shop]);
  expect(text).toContain("6 messages of 1 conversations, asked of the shop's files");
  expect(text).toContain('"How much is shipping?": fee, not invoice');
  expect(text).toContain('line 5: this is not JSON');
});

test('straight from the store of a server, with the version that it serves', async () => {
  const [data, shop] = [makeFolder(), makeFolder(SHOP)];
  const store = await openSqliteStore(databaseIn(data));
  const log = createSqliteLog(store);
  const create = { id: 'c'.repeat(22), shop: 'inn', subject: 'hash', createdAt: Date.now(), locale: 'en' };
  await log.insert([{ conversation: create.id, create, events: EVENTS }]);
  expect(await replay(data, '--shop', shop)).toMatchObject({ version: 0, all: { rows: 2, precision: 1 } });
  const versions = createVersionLog({ log, shop: 'inn', now: Date.now });
  const changes = [{ do: 'remove', answer: 'fee' }] as const;
  await versions.append({ kind: 'saved', body: { changes } }, { role: 'agent', id: 'mei' }, 's1');
  // The server goes on while it is read.
  expect(await replay(data, '--shop', shop)).toMatchObject({ version: 1, all: { rows: 2, answered: 0 } });
  writeFileSync(join(data, 'log.jsonl'), JSON.stringify({ text: 'How much is shipping?', expect: 'fee' }));
  expect((await replay(join(data, 'log.jsonl'), '--shop', shop)).all.answered).toBe(1);
  expect((await replay(join(data, 'log.jsonl'), '--shop', shop, '--data', data)).all.answered).toBe(0);
  await log.close();
});

const say = (...args: string[]) => runCommand('replay', args).then(String, (error: Error) => error.message);

test('bad input: what is wrong, where, and what to do', async () => {
  const shop = makeFolder(SHOP);
  const folder = makeFolder({ 'empty.jsonl': '\n\n', 'broken.jsonl': '{', 'log.csv': 'text\nx' });
  expect(await say()).toContain('Name one log.');
  expect(await say('nowhere.jsonl', '--shop', shop)).toBe('nowhere.jsonl: there is no such file or folder.');
  expect(await say(folder, '--shop', shop)).toContain('there is no database in this folder');
  expect(await say(join(folder, 'log.csv'), '--shop', shop)).toContain('Use .jsonl or .ndjson.');
  expect(await say(join(folder, 'empty.jsonl'), '--shop', shop)).toContain('there is no message in it');
  expect(await say(join(folder, 'broken.jsonl'), '--shop', shop)).toContain('(line 1: this is not JSON)');
  expect(await say(join(folder, 'empty.jsonl'), '--shop', 'nowhere')).toContain('there is no folder nowhere');
  expect(await say(join(folder, 'empty.jsonl'), '--data', folder)).toContain('there is no database in this folder');
  expect(await say('x', '--days', 'many')).toBe('--days many: write a whole number of days.');
  expect(await say('--frob')).toContain('npx xiaoer replay LOG|DATA_DIR');
});
