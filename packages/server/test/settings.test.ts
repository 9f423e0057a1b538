import { expect, test } from 'vitest';
import type { Config } from '../src/config.ts';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import type { RunningServer } from '../src/server.ts';
import { makeFolder } from './folder.ts';
import { append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';

const MAPPING = {
  shop: {
    id: 'inn',
    name: '客栈',
    locales: ['zh-CN', 'en'],
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    policies: { returnDays: 7 },
    persona: { name: '阿福', tone: 'formal' },
  },
};
const ANSWERS = [{ id: 'invoice', question: '可以开发票吗？', answer: '可以，在订单页面申请。' }];
const REPLIES = [{ id: 'thanks', title: '感谢', text: '谢谢{shopper}。' }];

const shopFolder = (more: Record<string, unknown> = {}): string =>
  makeFolder({ 'mapping.json': MAPPING, 'answers.json': ANSWERS, 'replies.json': REPLIES, ...more });

/** The settings with the cookie of somebody at the desk. */
async function apiOf(inn: RunningServer, name = 'Mei', role: 'agent' | 'admin' = 'admin') {
  const { key } = await inn.agents.add(name, undefined, role);
  const { headers } = await ask(inn, `/desk/enter?key=${key}`);
  const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
  const sent = { cookie, origin: ownOrigin(inn), 'content-type': 'application/json' };
  let n = 0;
  const call = async (path: string, body?: object) => {
    const init = body ? { method: 'POST', headers: sent, body: JSON.stringify(body) } : { headers: { cookie } };
    const got = await ask(inn, path, init);
    return { status: got.status, body: JSON.parse(got.text) };
  };
  return {
    cookie,
    get: (path: string) => call(`/desk/api/settings${path}`),
    desk: (path: string) => call(`/desk/api${path}`),
    save: (changes: unknown, more: object = {}) =>
      call('/desk/api/settings/versions', { id: `${name}-${++n}`, changes, ...more }),
    undo: (version: number) => call('/desk/api/settings/undo', { id: `${name}-undo-${++n}`, version }),
  };
}

const page = async (inn: RunningServer, locale = 'zh-CN') =>
  JSON.parse((await ask(inn, `/shop/page.json?locale=${locale}`)).text);

/** What a shopper who comes now hears, who says it, and when the desk opens where nobody is there. */
async function told(inn: RunningServer, text: string, until = '"hidden"') {
  const secret = Math.random().toString(36).slice(2).padEnd(43, 's').slice(0, 43);
  const conversation = `c${secret.slice(0, 21)}`;
  const line = await dial(inn, '/ws');
  line.send(hello({ secret }));
  await line.next('welcome');
  line.send(append(conversation, 'a1', text));
  await line.next((frame) => JSON.stringify(frame).includes(until));
  line.end();
  const events = await createSqliteLog(inn.store).read(conversation, 0, 20);
  const said = events.filter(({ from }) => from.role === 'bot');
  return {
    text: said.map(({ body }) => String(body['text'] ?? '')).join('\n'),
    names: [...new Set(said.map(({ from }) => from.name))],
    opensAt: events.find(({ body }) => body['opensAt'] !== undefined)?.body['opensAt'],
  };
}

const serve = (dataDir: string, shop: string, more: Partial<Config> = {}) => openInn({ dataDir, shop, ...more });
const set = (place: string, to: unknown) => ({ do: 'set', place, to });
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

test('what an admin sets is what the next shopper hears and sees, over a restart, and is taken back', async () => {
  const [dataDir, shop] = [makeFolder(), shopFolder()];
  const inn = await serve(dataDir, shop);
  const admin = await apiOf(inn);
  expect(await told(inn, '买了几天内可以退货')).toMatchObject({ text: expect.stringContaining('7'), names: ['阿福'] });
  const first = await admin.save(
    [set('policies/returnDays', 30), set('persona/name', { 'zh-CN': '小满', en: 'Xiaoman' })],
    { note: '三十天无理由' },
  );
  expect([first.status, first.body.version, first.body.now['policies/returnDays']]).toEqual([200, 1, 30]);
  expect(await told(inn, '买了几天内可以退货')).toMatchObject({ text: expect.stringContaining('30'), names: ['小满'] });
  const closed = await admin.save([
    set('hours/dates', { [today()]: [] }),
    set('greetings', [{ pages: ['/product/*'], text: { 'zh-CN': '今天店休', en: 'Closed today' }, every: 1 }]),
    set('questions', [{ questions: [{ 'zh-CN': '明天几点开门？', en: 'When do you open?' }] }]),
  ]);
  expect(closed.status).toBe(200);
  const midnight = Date.parse(`${today()}T00:00:00+08:00`) + 86_400_000;
  expect((await told(inn, '我要找人工客服', '"declined"')).opensAt).toBe(midnight);
  expect(await page(inn)).toEqual({
    name: '小满',
    greetings: [{ pages: ['/product/*'], text: '今天店休', questions: [], every: 1 }],
    questions: [{ questions: ['明天几点开门？'] }],
  });
  expect((await page(inn, 'en')).greetings[0].text).toBe('Closed today');
  await inn.close();

  const again = await serve(dataDir, shop);
  const later = await apiOf(again, 'Lin');
  expect((await told(again, '我要找人工客服', '"declined"')).opensAt).toBe(midnight);
  const { body } = await later.get('/versions');
  expect(body.versions.map((one: { by: { name: string }; note?: string }) => [one.by.name, one.note])).toEqual([
    ['Mei', '三十天无理由'],
    ['Mei', undefined],
  ]);
  expect(body.versions[0].was).toEqual([
    { place: 'policies/returnDays', value: 7 },
    { place: 'persona/name', value: '阿福' },
  ]);
  expect(body.versions[0].back).toEqual(body.versions[0].was);
  expect((await later.undo(1)).status).toBe(200);
  expect(await told(again, '买了几天内可以退货')).toMatchObject({
    text: expect.stringContaining('7'),
    names: ['阿福'],
  });
  await later.undo(2);
  expect((await told(again, '我要找人工客服', '"declined"')).opensAt).toBeUndefined();
  expect(await page(again)).toEqual({ name: '阿福', greetings: [], questions: [] });
  const audit = await later.desk('/audit');
  expect(
    audit.body.entries
      .filter(({ what }: { what: string }) => what.startsWith('settings.'))
      .map(({ what, detail }: { what: string; detail: string }) => `${what} ${detail}`),
  ).toEqual([
    'settings.undone 2',
    'settings.undone 1',
    'settings.saved 2: hours/dates greetings questions',
    'settings.saved 1: policies/returnDays persona/name',
  ]);
});

test('a bad value is refused with where it stands and what to write, and nothing of the request is kept', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  const admin = await apiOf(inn);
  const wrong = async (...changes: unknown[]) => {
    const { status, body } = await admin.save(changes);
    return [status, ...body.mistakes.map((one: { at: string; message: string }) => `${one.at}: ${one.message}`)];
  };
  expect(await wrong(set('policies/returnDays', 14), set('hours/week', { mon: ['9-18'] }))).toEqual([
    400,
    'changes[1].to.mon[0]: write ranges such as "09:00-18:00", at latest "24:00"; over midnight take two',
  ]);
  expect(await wrong(set('hours/week', { mon: ['09:00-12:00', '11:00-18:00'] }))).toEqual([
    400,
    'changes[0].to: two ranges overlap',
  ]);
  expect(await wrong(set('hours/timeZone', 'Mars/North'), set('persona/tone', 'rude'), set('nowhere', 1), 7)).toEqual([
    400,
    'changes[0].to: use an IANA time zone such as "Asia/Shanghai"',
    expect.stringContaining('changes[1].to: '),
    'changes[2].place: there is no such place; see docs/merchant.md',
    'changes[3]: a change has do, place and to',
  ]);
  expect(await wrong(set('replies/hi', { title: '问候', text: '您好{customer}' }))).toEqual([
    400,
    'changes[0].to.text: use the places {shopper}, {agent}, {shop}, {order}, {product}, and no others',
  ]);
  expect(await wrong(set('persona/avatar', 'javascript:alert(1)'))).toEqual([
    400,
    'changes[0].to: use an https address or a path that begins with "/"',
  ]);
  expect(await wrong(set('greetings', [{ text: '', pages: ['product'] }]))).toEqual([
    400,
    'changes[0].to[0].pages[0]: write a path such as "/product/*"',
    'changes[0].to[0].text: write words',
  ]);
  expect(await wrong()).toEqual([400, 'changes: changes is a list with a change']);
  const { body } = await admin.get('');
  expect([body.base, body.now['policies/returnDays']]).toEqual([0, 7]);
  expect((await admin.save([set('policies/returnDays', 7)])).body.code).toBe('unchanged');
  expect((await admin.undo(3)).status).toBe(404);
  expect((await (await apiOf(inn, 'Zhao', 'agent')).get('')).status).toBe(403);
});

test('of two admins at once nobody overwrites what was not seen, and what the other has not touched is saved', async () => {
  const inn = await serve(makeFolder(), shopFolder());
  const [mei, lin] = [await apiOf(inn, 'Mei'), await apiOf(inn, 'Lin')];
  const { base } = (await mei.get('')).body;
  const both = await Promise.all([
    mei.save([set('persona/tone', 'playful')], { base }),
    lin.save([set('persona/tone', 'warm')], { base }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 409]);
  expect(both[1]?.body).toMatchObject({ code: 'stale', by: { version: 1, by: { name: 'Mei' } } });
  expect((await lin.save([set('persona/emoji', true)], { base })).body.version).toBe(2);
  expect((await lin.save([set('persona/tone', 'warm')], { base: 1 })).body.now['persona/tone']).toBe('warm');
  // The same request sent again is the same version.
  const save = { id: 'once', changes: [set('policies/invoices', true)] };
  const [one, two] = [await mei.save(save.changes, { id: 'once' }), await mei.save(save.changes, { id: 'once' })];
  expect([one.body.version, two.body.version, two.body.versions]).toEqual([4, 4, 4]);
  // What a later version says stands, also when an earlier one of the same place is taken back.
  const { body } = await mei.get('/versions');
  expect(body.versions[0].back).toEqual([]);
  await mei.undo(1);
  expect((await mei.get('')).body.now['persona/tone']).toBe('warm');
  await mei.undo(3);
  expect((await mei.get('')).body.now['persona/tone']).toBe('formal');
});

test('saved replies are changed one by one; files lie below, and what they lose or gain counts', async () => {
  const dataDir = makeFolder();
  const inn = await serve(dataDir, shopFolder());
  const admin = await apiOf(inn);
  const titles = async (api: typeof admin) =>
    (await api.desk('/replies?locale=zh-CN')).body.replies.map(
      ({ id, text }: { id: string; text: string }) => `${id}: ${text}`,
    );
  await admin.save([
    set('replies/thanks', { title: '感谢', text: '多谢{shopper}！' }),
    set('replies/bye', { title: '再见', text: '欢迎再来{shop}。' }),
  ]);
  expect(await titles(admin)).toEqual(['thanks: 多谢{shopper}！', 'bye: 欢迎再来{shop}。']);
  await admin.save([{ do: 'clear', place: 'replies/thanks' }]);
  expect(await titles(admin)).toEqual(['bye: 欢迎再来{shop}。']);
  await admin.save([{ do: 'reset', place: 'replies/thanks' }]);
  expect(await titles(admin)).toEqual(['thanks: 谢谢{shopper}。', 'bye: 欢迎再来{shop}。']);
  await inn.close();
  const other = shopFolder({ 'replies.json': [...REPLIES, { id: 'bye', title: '再见', text: '再见。' }] });
  const again = await serve(dataDir, other);
  const later = await apiOf(again, 'Lin');
  expect(await titles(later)).toEqual(['thanks: 谢谢{shopper}。', 'bye: 欢迎再来{shop}。']);
});

test('a value that this program cannot read is left out and told; the rest holds', async () => {
  const dataDir = makeFolder();
  const inn = await serve(dataDir, shopFolder());
  const admin = await apiOf(inn);
  await admin.save([set('persona/tone', 'playful')]);
  const changes = [set('persona/tone', 'grand'), set('weather/today', 'rain'), set('persona/emoji', true)];
  const event = { seq: 2, id: 'later', at: Date.now(), from: { role: 'agent', id: 'agent:x' }, kind: 'saved' } as const;
  await createSqliteLog(inn.store).insert([
    { conversation: 'settings:inn', events: [{ ...event, body: { changes } }] },
  ]);
  await inn.close();
  const { get } = await apiOf(await serve(dataDir, shopFolder()), 'Lin');
  const { now, problems } = (await get('')).body;
  expect([now['persona/tone'], now['persona/emoji']]).toEqual(['formal', true]);
  expect(problems).toEqual([
    { place: 'persona/tone', version: 2 },
    { place: 'weather/today', version: 2 },
  ]);
});
