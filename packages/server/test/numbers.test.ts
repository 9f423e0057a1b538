import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatEvent, Role } from '@xiaoer/core/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../src/engines/open-database.ts';
import { packBatches } from '../src/engines/packed-batch.ts';
import { prepareSchema, renewEpoch } from '../src/engines/schema.ts';
import { createSqliteWriter } from '../src/engines/sqlite-writer.ts';
import type { Board } from '../src/numbers/board.ts';
import { openNumbersDatabase } from '../src/numbers/numbers-database.ts';
import { createNumbersEngine } from '../src/numbers/numbers-engine.ts';
import { DEFAULT_RULES } from '../src/quality/default-rules.ts';
import { agentCookie, append, ask, dial, hello, openInn } from './inn.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 20, 9);
const WISH = { from: START - MINUTE, to: START + 86_400_000, now: START + 86_400_000, groups: {} };

const roleOf = (author: string): Role => (author === 'bot' ? 'bot' : author.startsWith('agent') ? 'agent' : 'shopper');

type Line = readonly [author: string, kind: string, body: Record<string, unknown>];

const said = (word: string): Line => ['shopper', 'text', { text: `the ${word} is leaking` }];
const REST: readonly Line[] = [
  ['bot', 'text', { text: '…' }],
  [
    'bot',
    'trace',
    {
      turn: 1,
      decision: 'answer',
      confidence: 1,
      lang: 'en',
      candidates: [{ kind: 'answer', id: 'leaks', label: 'x', score: 1, used: true }],
      mood: { valence: -0.5, anger: 0.7, words: ['leaking'] },
    },
  ],
  ['shopper', 'handoff', { state: 'requested', reason: 'wish' }],
  ['agent:lin', 'handoff', { state: 'joined', agent: { id: 'agent:lin', name: 'Lin' } }],
  ['agent:lin', 'text', { text: 'one moment' }],
  ['bot', 'rating', { state: 'asked' }],
  ['shopper', 'rating', { state: 'given', score: 5 }],
  ['agent:lin', 'closed', { reason: 'agent' }],
];

/** A log in a file, and the numbers over it, which can be opened anew. */
async function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-numbers-'));
  const open: Database[] = [];
  onTestFinished(() => {
    for (const database of open) database.close();
    rmSync(folder, { recursive: true });
  });
  const database = await openDatabase(join(folder, 'log.db'));
  open.push(database);
  prepareSchema(database);
  const writer = createSqliteWriter(database);
  const heads = new Map<string, number>();
  return {
    database,
    writer,
    path: join(folder, 'numbers.db'),
    /** Appends to the conversation of a shopper, a line every ten seconds. */
    write(shopper: string, lines: readonly Line[], start = START, conversation = `conversation-${shopper}`) {
      const head = heads.get(conversation) ?? 0;
      const events = lines.map(([author, kind, body], n): ChatEvent => {
        const id = author === 'shopper' ? shopper : author;
        return {
          seq: head + n + 1,
          id: `${author}-${head + n}`,
          at: start + (head + n) * 10_000,
          from: { role: roleOf(author), id },
          kind,
          body,
        };
      });
      const create = { id: conversation, shop: 'inn', subject: shopper, createdAt: start, locale: 'en', name: 'Mei' };
      heads.set(conversation, head + lines.length);
      return writer.insert(packBatches([{ conversation, create: head === 0 ? create : undefined, events }]));
    },
    /** Twenty shoppers a week before, who say something else: without them nothing rises. */
    weekBefore() {
      for (let n = 0; n < 20; n++)
        this.write(`before-${n}`, [['shopper', 'text', { text: 'hello' }]], START - 8 * 86_400_000);
    },
    async numbers(file = 'numbers.db') {
      const own = await openNumbersDatabase(join(folder, file));
      open.push(own);
      return { own, ...createNumbersEngine(database, own, { timeZone: 'UTC', capacity: 5, rules: DEFAULT_RULES }) };
    },
  };
}

const told = ({ volume, minute, bot, satisfaction, emotion, words }: Board) => ({
  sessions: volume.sessions,
  met: `${minute.met} of ${minute.of}`,
  assisted: bot.assisted,
  good: satisfaction.good,
  angry: emotion.angry,
  words: words.map(({ key, n }) => `${key} ${n}`),
});

const SHOPPERS = ['mei', 'lin', 'zhao', 'wang'];
const WHOLE = { sessions: 4, met: '4 of 4', assisted: 4, good: 4, angry: 4, words: ['leaking 4'] };

test('what is counted a message at a time, in one go, or anew after the file was deleted, is the same', async () => {
  const at = await stage();
  const live = await at.numbers();
  for (const shopper of SHOPPERS) at.write(shopper, [said(shopper)]);
  at.weekBefore();
  live.catchUp();
  for (const line of REST)
    for (const shopper of SHOPPERS) {
      at.write(shopper, [line]);
      live.catchUp([`conversation-${shopper}`]);
    }
  const later = await at.numbers('later.db');
  expect(later.catchUp()).toEqual({ conversations: 24, events: 56, kept: 0 });
  expect(told(later.board(WISH))).toEqual(WHOLE);
  expect(live.board(WISH)).toEqual(later.board(WISH));
  expect(live.catchUp()).toEqual({ conversations: 0, events: 0, kept: 0 });
  expect(live.rebuild()).toEqual({ conversations: 24, events: 56, kept: 0 });
  expect(live.board(WISH)).toEqual(later.board(WISH));
  // A claim makes a visitor's sessions somebody else's, and changes no number.
  at.database.prepare("UPDATE conversation SET sealed_for = subject, subject = 'user:mei' WHERE subject = 'mei'").run();
  expect(told((await at.numbers('claimed.db')).board({ ...WISH, shop: 'inn' }))).toMatchObject({ sessions: 0 });
  const claimed = await at.numbers('claimed.db');
  claimed.catchUp();
  expect(told(claimed.board(WISH))).toEqual(WHOLE);
});

test('an erased shopper stays counted, also when everything is counted anew; none of the words stays readable', async () => {
  const at = await stage();
  const live = await at.numbers();
  for (const shopper of SHOPPERS) at.write(shopper, [said('mulberry'), ...REST]);
  at.weekBefore();
  live.catchUp();
  expect(told(live.board(WISH)).words).toEqual(['leaking 4', 'mulberry 4']);
  at.database.exec(
    "DELETE FROM subject_key WHERE subject = 'mei'; UPDATE event SET sealed = x'' WHERE conversation = 1",
  );
  const after = { ...WHOLE, words: ['leaking 3', 'mulberry 3'] };
  expect(told(live.board(WISH))).toEqual(after);
  expect(live.rebuild()).toEqual({ conversations: 24, events: 47, kept: 1 });
  expect(told(live.board(WISH))).toEqual(after);
  expect(live.own.prepare('SELECT count(words) AS n FROM session').get()).toEqual({ n: 3 });
  live.own.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM');
  expect(readFileSync(at.path).includes('mulberry')).toBe(false);
  // Without what was counted before, it counts as what is left says: somebody wrote, and a person did.
  const anew = await at.numbers('anew.db');
  anew.catchUp();
  expect(told(anew.board(WISH))).toMatchObject({
    sessions: 4,
    met: '3 of 3',
    good: 3,
    words: ['leaking 3', 'mulberry 3'],
  });
});

test('trimmed history stays counted; a restored backup is counted anew', async () => {
  const at = await stage();
  const live = await at.numbers();
  at.write('mei', [said('cup'), ...REST]);
  live.catchUp();
  at.writer.trim('conversation-mei', 6, '{}');
  expect(live.rebuild()).toMatchObject({ kept: 1 });
  expect(live.board(WISH)).toMatchObject({ volume: { sessions: 1 }, minute: { met: 1, of: 1 } });
  // The restored log has a conversation under the same place that is another.
  at.database.exec('DELETE FROM event; DELETE FROM conversation');
  renewEpoch(at.database);
  at.write('lin', [said('cup')], START, 'conversation-lin');
  expect(live.catchUp()).toMatchObject({ conversations: 1, events: 1 });
  expect(live.board(WISH)).toMatchObject({ volume: { sessions: 1 }, minute: { of: 0 } });
});

test('a lead asks a running server for the board of today, with a message of a moment ago in it; others are refused', async () => {
  const inn = await openInn();
  const line = await dial(inn, '/ws');
  line.send(hello({ secret: 'A'.repeat(43) }));
  await line.next('welcome');
  line.send(append('c'.repeat(22), randomUUID(), 'How much is shipping?'));
  await line.next('ack');
  const get = async (path: string, cookie: string) => {
    const got = await ask(inn, `/desk/api/numbers${path}`, { headers: cookie === '' ? {} : { cookie } });
    return { status: got.status, text: got.text, body: got.text.startsWith('{') ? JSON.parse(got.text) : undefined };
  };
  const tang = await agentCookie(inn, 'Tang');
  expect((await get('', '')).status).toBe(401);
  await inn.agents.add('Lin', [], 'lead');
  const lin = await agentCookie(inn, 'Lin');
  expect([(await get('', tang)).status, (await get('.csv', tang)).status]).toEqual([403, 403]);
  expect((await get('?from=2026-13-01', lin)).status).toBe(400);
  expect((await get('?from=2020-01-01&to=2026-01-01', lin)).status).toBe(400);
  const { body } = await get('?locale=en', lin);
  expect(body.board.volume).toMatchObject({ sessions: 1, shoppers: 1 });
  expect(body.days).toHaveLength(28);
  // The bot's answer may come a moment later: it is in the next board.
  await expect.poll(async () => (await get('?locale=en', lin)).body.board.bot.of).toBe(1);
  const csv = await get('.csv?locale=en', lin);
  expect(csv.text).toMatch(/^\uFEFFmeasure,part,key,name,day,value\r\n/);
  expect(csv.text).toContain('questions,sessions,');
  expect(csv.text).toContain('How much is shipping?');
});
