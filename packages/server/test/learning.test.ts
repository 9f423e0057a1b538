import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import type { Config } from '../src/config.ts';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import type { RunningServer } from '../src/server.ts';
import { makeFolder } from './folder.ts';
import { append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';

const MAPPING = {
  shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY' },
};
const ANSWERS = [
  { id: 'fee', question: '运费怎么算？', answer: '满 88 元包邮，不满的每单 10 元。' },
  { id: 'invoice', question: '可以开发票吗？', answer: '可以，在订单页面申请电子发票。' },
  { id: 'wash', question: '被子怎么洗？', answer: '请送干洗店，不要水洗。' },
];
const WAYS = ['可以先把行李寄存在你们那里吗', '行李寄存在你们那里可以吗', '请问能寄存行李吗'];
const HELD = '可以寄存在前台，离店后三天内来取。';

const shopFolder = (more: Record<string, unknown> = {}): string =>
  makeFolder({ 'mapping.json': MAPPING, 'answers.json': ANSWERS, ...more });

/** A conversation as the house records it. */
async function recorded(inn: RunningServer, name: string, events: readonly (readonly [string, string, object])[]) {
  const id = `${name}-${'0'.repeat(22)}`.slice(0, 22);
  const subject = `hash-${name}`;
  const ids: Readonly<Record<string, string>> = { shopper: subject, bot: 'bot', agent: 'agent:tang', system: 'house' };
  const list = events.map(
    ([role, kind, body], n): ChatEvent => ({
      seq: n + 1,
      id: `${name}-${n}`,
      at: Date.now() - 60_000 + n,
      from: { role: role as ChatEvent['from']['role'], id: ids[role] ?? role },
      kind,
      body: body as ChatEvent['body'],
    }),
  );
  const create = { id, shop: 'inn', subject, createdAt: Date.now() - 60_000, locale: 'zh-CN' };
  const [taken] = await createSqliteLog(inn.store).insert([{ conversation: id, create, events: list }]);
  expect(taken).toBe(true);
  return { id, subject };
}

const trace = (turn: number, decision: string, more: object = {}) =>
  ['bot', 'trace', { turn, decision, confidence: 0.1, candidates: [], ...more }] as const;

/** The assistant knew nothing, a person did. */
const helped = (inn: RunningServer, name: string, text: string, reply: string, candidates: readonly object[] = []) =>
  recorded(inn, name, [
    ['shopper', 'text', { text }],
    ['bot', 'text', { text: '这个我不知道' }],
    trace(1, 'unknown', { candidates }),
    ['shopper', 'text', { text: '转人工' }],
    ['bot', 'handoff', { state: 'requested', reason: 'wish' }],
    trace(4, 'handoff'),
    ['agent', 'handoff', { state: 'joined', agent: { id: 'agent:tang', name: 'Tang' } }],
    ['agent', 'text', { text: reply }],
    ['shopper', 'text', { text: '好的谢谢' }],
  ]);

/** The assistant answered, and that was all. */
const answered = (inn: RunningServer, name: string, text: string, answer: (typeof ANSWERS)[number]) =>
  recorded(inn, name, [
    ['shopper', 'text', { text }],
    ['bot', 'text', { text: answer.answer }],
    trace(1, 'answer', { source: answer.id, confidence: 0.9 }),
  ]);

async function fill(inn: RunningServer): Promise<void> {
  const [fee, invoice, wash] = ANSWERS;
  for (const [n, text] of WAYS.entries()) await helped(inn, `hold${n}`, text, HELD);
  if (fee) await answered(inn, 'fee1', '运费怎么算', fee);
  if (fee) await answered(inn, 'fee2', '邮费怎么算呀', fee);
  if (invoice) await answered(inn, 'invoice1', '能开发票吗', invoice);
  if (wash) await answered(inn, 'wash1', '被子怎么洗呢', wash);
}

/** The learning API with the cookie of somebody at the desk. */
async function apiOf(inn: RunningServer, name = 'Mei', role: 'agent' | 'admin' = 'admin') {
  const { key } = await inn.agents.add(name, undefined, role);
  const { headers } = await ask(inn, `/desk/enter?key=${key}`);
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
  const sent = { cookie, origin: ownOrigin(inn), 'content-type': 'application/json' };
  const read = (got: { status: number; text: string }) => ({ status: got.status, body: JSON.parse(got.text) });
  return {
    audited: async () =>
      JSON.parse((await ask(inn, '/desk/api/audit?what=teach', { headers: { cookie } })).text) as {
        readonly entries: readonly { readonly what: string; readonly detail: string }[];
      },
    get: async (path: string) => read(await ask(inn, `/desk/api/learning${path}`, { headers: { cookie } })),
    post: async (path: string, body: unknown) =>
      read(
        await ask(inn, `/desk/api/learning${path}`, {
          method: 'POST',
          headers: sent,
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
  };
}

/** What a shopper who comes now is told. */
async function told(inn: RunningServer, text: string): Promise<string> {
  const secret = Math.random().toString(36).slice(2).padEnd(43, 's').slice(0, 43);
  const conversation = `c${secret.slice(0, 21)}`;
  const line = await dial(inn, '/ws');
  line.send(hello({ secret, locale: 'zh-CN' }));
  await line.next('welcome');
  line.send(append(conversation, 'a1', text));
  await line.next((frame) => JSON.stringify(frame).includes('"hidden"'));
  line.end();
  const events = await createSqliteLog(inn.store).read(conversation, 0, 20);
  return events.flatMap(({ from, body }) => (from.role === 'bot' ? [String(body['text'] ?? '')] : [])).join('\n');
}

const serve = (dataDir: string, shop: string, more: Partial<Config> = {}) => openInn({ dataDir, shop, ...more });

test('from three questions that nobody could answer to an answer that is served, over a restart, and back', async () => {
  const [dataDir, shop] = [makeFolder(), shopFolder()];
  const inn = await serve(dataDir, shop);
  await fill(inn);
  expect(await told(inn, '行李可以寄存吗')).not.toContain('前台');
  const api = await apiOf(inn);

  const { body } = await api.get('/lessons?least=2');
  expect(body.count).toBe(1);
  const [lesson] = body.lessons;
  // Who asked just now is among them.
  expect(lesson).toMatchObject({ count: 4, conversations: 4, reply: { text: HELD, used: 3 } });
  expect(lesson.suggested).toBeUndefined();

  const { body: effect } = await api.post('/preview', { changes: lesson.change });
  expect(effect).toMatchObject({ refused: false, broke: [], precision: { before: 1, after: 1 } });
  expect(effect.won.map((one: { text: string }) => one.text)).toEqual(expect.arrayContaining(WAYS));
  expect(await told(inn, '行李可以寄存吗')).not.toContain('前台');

  const wish = { id: 'save-1', changes: lesson.change, note: '行李', base: 0 };
  const saved = await api.post('/versions', wish);
  expect(saved).toMatchObject({ status: 200, body: { version: { version: 1, by: { name: 'Mei' }, note: '行李' } } });
  expect(await told(inn, '行李可以寄存吗')).toContain(HELD);
  // Sent again after a lost answer, it is the same version.
  expect((await api.post('/versions', wish)).body.version.version).toBe(1);
  expect((await api.post('/versions', { ...wish, id: 'save-2' })).body.code).toBe('stale');
  await inn.close();

  const again = await serve(dataDir, shop);
  expect(await told(again, '行李可以寄存吗')).toContain(HELD);
  const later = await apiOf(again, 'Lan');
  const undone = await later.post('/undo', { id: 'undo-1', version: 1 });
  expect(undone.body.versions).toMatchObject([
    { version: 1, by: { name: 'Mei' }, undone: { version: 2, by: { name: 'Lan' } } },
  ]);
  expect(await told(again, '行李可以寄存吗')).not.toContain('前台');
  expect((await later.post('/undo', { id: 'undo-1', version: 1 })).status).toBe(200);
  expect((await later.post('/undo', { id: 'undo-2', version: 1 })).body.code).toBe('not-found');
});

test('a change after which fewer answers are right is refused with what breaks, and nothing is saved', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  await fill(inn);
  const api = await apiOf(inn);
  const changes = [
    { do: 'remove', answer: 'fee' },
    { do: 'phrase', answer: 'invoice', text: '邮费运费怎么算' },
  ];
  const refused = await api.post('/versions', { id: 's1', changes });
  expect(refused).toMatchObject({ status: 409, body: { code: 'precision', effect: { refused: true } } });
  expect(refused.body.effect.broke).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        text: '运费怎么算',
        before: expect.objectContaining({ given: 'fee', verdict: 'right' }),
      }),
    ]),
  );
  expect((await api.get('/versions')).body).toEqual({ base: 0, automatic: false, versions: [] });
  expect(await told(inn, '运费怎么算')).toContain('包邮');
});

test('a draft is asked beside what is live: two replies, two traces, and nothing recorded', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  const api = await apiOf(inn);
  const changes = [{ do: 'edit', answer: 'fee', set: { answer: '一律包邮。' } }];
  const asked = await api.post('/ask', { text: '运费怎么算', changes });
  expect(asked.status).toBe(200);
  expect(asked.body.live.lines[0].text).toContain('满 88 元包邮');
  expect(asked.body.draft.lines[0].text).toContain('一律包邮');
  expect([asked.body.live.trace.decision, asked.body.draft.trace.source]).toEqual(['answer', 'fee']);
  // The turn after it goes on from what each remembers.
  const states = { live: asked.body.live.trace.state, draft: asked.body.draft.trace.state };
  const next = await api.post('/ask', { text: '运费怎么算', changes, states });
  expect([next.body.live.trace.decision, next.body.draft.trace.decision]).toEqual(['clarify', 'clarify']);
  // Without a draft there is nothing beside it.
  const alone = await api.post('/ask', { text: '运费怎么算', changes: [] });
  expect([alone.status, alone.body.live.lines[0].body.text, alone.body.draft]).toEqual([
    200,
    asked.body.live.lines[0].text,
    undefined,
  ]);
  expect(await createSqliteLog(inn.store).head('trial')).toBeUndefined();
  expect(await told(inn, '运费怎么算')).toContain('满 88 元包邮');
});

test('a version that others build on is taken back after them', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  const api = await apiOf(inn);
  const answer = { id: 'pet', question: '能带宠物吗？', answer: '小型犬可以。' };
  await api.post('/versions', { id: 's1', changes: [{ do: 'add', answer }] });
  await api.post('/versions', { id: 's2', changes: [{ do: 'phrase', answer: 'pet', text: '狗狗可以住吗' }] });
  expect(await api.post('/undo', { id: 'u1', version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'needed', by: [2] },
  });
  expect((await api.post('/undo', { id: 'u2', version: 2 })).status).toBe(200);
  expect((await api.post('/undo', { id: 'u3', version: 1 })).status).toBe(200);
  expect((await api.audited()).entries.map(({ what, detail }) => `${what} ${detail}`)).toEqual([
    'teach.undone 1',
    'teach.undone 2',
    'teach.saved 2',
    'teach.saved 1',
  ]);
  expect((await api.get('')).body).toMatchObject({
    base: 4,
    versions: 2,
    answers: 3,
    problems: [],
    locales: ['zh-CN', 'en'],
  });
});

test('what the shop has taken out of its files is told, and the rest holds', async () => {
  const [dataDir, shop] = [makeFolder(), shopFolder()];
  const inn = await serve(dataDir, shop);
  const api = await apiOf(inn);
  const changes = [
    { do: 'phrase', answer: 'wash', text: '被芯能水洗不' },
    { do: 'edit', answer: 'fee', set: { answer: '一律包邮。' } },
  ];
  expect((await api.post('/versions', { id: 's1', changes })).status).toBe(200);
  await inn.close();
  writeFileSync(join(shop, 'answers.json'), JSON.stringify(ANSWERS.slice(0, 2)));
  const again = await serve(dataDir, shop);
  expect(await told(again, '运费怎么算')).toContain('一律包邮');
  expect((await (await apiOf(again)).get('')).body.problems).toEqual([{ at: 0, problem: 'missing' }]);
});

test('certain labels are learnt by themselves once the merchant wants it, and not again when taken back', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  const [, invoice] = ANSWERS;
  const weighed = [{ kind: 'answer', id: 'invoice', label: '可以开发票吗', score: 0.2, used: false }];
  await helped(inn, 'bill1', '给公司报账的单据哪里弄', invoice?.answer ?? '', weighed);
  const api = await apiOf(inn);
  expect((await api.get('/versions')).body.versions).toEqual([]);
  const on = await api.post('/automatic', { id: 'on-1', on: true });
  expect(on.body).toMatchObject({
    automatic: true,
    versions: [
      {
        automatic: true,
        by: { id: 'house' },
        changes: [{ do: 'phrase', answer: 'invoice', text: '给公司报账的单据哪里弄', lang: 'zh-CN' }],
      },
    ],
  });
  expect(await told(inn, '给公司报账的单据哪里弄')).toContain('电子发票');
  const [version] = on.body.versions;
  await api.post('/undo', { id: 'u1', version: version.version });
  const again = await api.post('/automatic', { id: 'on-2', on: true });
  expect(again.body.versions).toHaveLength(1);
});

test('two sentences of the merchant are a version like any other', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  await fill(inn);
  const api = await apiOf(inn);
  const changes = [{ do: 'thresholds', sentences: { wrong: 0.02, sent: 0.3 } }];
  const saved = await api.post('/versions', { id: 's1', changes });
  expect(saved.body.version.changes[0]).toMatchObject({
    do: 'thresholds',
    sentences: { wrong: 0.02, sent: 0.3 },
    bands: { answer: expect.any(Number), chips: expect.any(Number), library: expect.any(Number) },
  });
  expect((await api.get('')).body.bands.answer).toBeGreaterThan(0.62);
});

test('the present knowledge on what was recorded', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  await fill(inn);
  const { body } = await (await apiOf(inn)).get('/replay');
  // Four were answered, three nobody knew, and three wanted a person.
  expect(body.all).toMatchObject({ rows: 10, answered: 0.4, precision: 1, judged: 4, top3: 1, wronglyKept: 0 });
  expect(body.languages.map(([name]: [string]) => name)).toEqual(['zh-CN']);
});

test('the words of a shopper who was erased are not learnt from', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  const { subject } = await helped(inn, 'hold0', WAYS[0] ?? '', HELD);
  const api = await apiOf(inn);
  expect((await api.get('/lessons')).body.count).toBe(1);
  await inn.store.run('DELETE FROM subject_key WHERE shop = ? AND subject = ?', 'inn', subject);
  inn.store.keys.forget();
  await answered(inn, 'fee1', '运费怎么算', ANSWERS[0] as (typeof ANSWERS)[number]);
  expect((await api.get('/lessons')).body.count).toBe(0);
});

test('who may: nobody without a cookie, no agent, no other page', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  expect((await ask(inn, '/desk/api/learning')).status).toBe(401);
  const agent = await apiOf(inn, 'Tang', 'agent');
  expect(await agent.get('/lessons')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect((await agent.post('/versions', { id: 's1', changes: [] })).status).toBe(403);
  const { key } = await inn.agents.add('Mei', undefined, 'admin');
  const { headers } = await ask(inn, `/desk/enter?key=${key}`);
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
  const foreign = { method: 'POST', headers: { cookie, origin: 'https://evil.example' }, body: '{}' };
  expect((await ask(inn, '/desk/api/learning/undo', foreign)).status).toBe(403);
});

test('bad input is told where it is wrong, and loses nothing', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  const api = await apiOf(inn);
  const post = async (path: string, body: unknown) => {
    const { status, body: told } = await api.post(path, body);
    return [status, told.code, ...(told.mistakes ?? []).map(({ at }: { at: string }) => at), ...(told.problems ?? [])];
  };
  expect(await post('/versions', 'nonsense')).toEqual([400, 'invalid-request']);
  expect(await post('/versions', [])).toEqual([400, 'invalid-request']);
  expect(await post('/versions', { changes: [] })).toEqual([400, 'invalid-request']);
  expect(await post('/versions', { id: 's1' })).toEqual([400, 'invalid-changes', 'changes']);
  expect(await post('/versions', { id: 's1', changes: [] })).toEqual([400, 'invalid-changes', 'changes']);
  expect(await post('/versions', { id: 's1', changes: [{ do: 'burn' }] })).toEqual([
    400,
    'invalid-changes',
    'changes[0].do',
  ]);
  expect(
    await post('/versions', {
      id: 's1',
      changes: [
        { do: 'phrase', answer: 'fee', text: ' ' },
        { do: 'add', answer: { id: 'a b', question: 'q', answer: { 'zh-CN': '' } } },
        { do: 'edit', answer: 'fee', set: { anser: 'x' } },
        { do: 'thresholds', sentences: { wrong: 2, sent: 0.1 } },
      ],
    }),
  ).toEqual([
    400,
    'invalid-changes',
    'changes[0].text',
    'changes[1].answer.id',
    'changes[1].answer.answer.zh-CN',
    'changes[2].set.anser',
    'changes[3].sentences.wrong',
  ]);
  expect(await post('/versions', { id: 's1', changes: [{ do: 'phrase', answer: 'gone', text: 'x y' }] })).toEqual([
    422,
    'changes',
    { at: 0, problem: 'missing' },
  ]);
  expect(await post('/versions', { id: 'a b', changes: [] })).toEqual([400, 'invalid-request']);
  expect(await post('/versions', `{"id":"s1","changes":"${'x'.repeat(1_100_000)}"}`)).toEqual([400, 'invalid-request']);
  expect(await post('/undo', { id: 'u1', version: 'one' })).toEqual([400, 'invalid-request']);
  expect(await post('/undo', { id: 'u1', version: 7 })).toEqual([404, 'not-found']);
  expect(await post('/automatic', { id: 'u1', on: 'yes' })).toEqual([400, 'invalid-request']);
  expect(await post('/ask', { text: '', changes: [] })).toEqual([400, 'invalid-request']);
  expect((await api.get('/lessons?days=0')).status).toBe(400);
  expect((await ask(inn, '/desk/api/learning', { method: 'DELETE', headers: { origin: ownOrigin(inn) } })).status).toBe(
    401,
  );
  expect((await api.get('')).body).toMatchObject({ base: 0, versions: 0, answers: 3 });
});
