import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ITEM_PROBLEM } from '../../assistant/src/flows/shipped/item-problem.ts';
import type { RunningServer } from '../src/server.ts';
import type { TicketView } from '../src/tickets/view-ticket.ts';
import { agentCookie, append, ask, dial, hello, type Line, openInn, ownOrigin, pages } from './inn.ts';

const CONVERSATION = 'c'.repeat(22);

type Seen = { readonly seq: number; readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

async function event(line: Line, fits: (one: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const frame = await line.next(({ t }) => t === 'events' || t === 'reset');
    const found = (frame['events'] as readonly Seen[]).find(fits);
    if (found) return found;
  }
}

const told = async (line: Line, words: RegExp): Promise<string> => {
  const { body } = await event(line, (one) => one.kind === 'notice' && words.test(String(one.body['text'])));
  return String(body['text']);
};

/** A shopper of the demo, signed in. */
async function signIn(inn: RunningServer, sub: string, locale = 'en'): Promise<Line> {
  const headers = { origin: ownOrigin(inn), 'content-type': 'application/json' };
  const { text } = await ask(inn, '/demo/sign-in', { method: 'POST', headers, body: JSON.stringify({ sub }) });
  const line = await dial(inn, '/ws');
  line.send(hello({ token: JSON.parse(text).token, locale }));
  await line.next('welcome');
  return line;
}

/** The desk's API with an agent's cookie. */
async function apiOf(inn: RunningServer, name = 'Tang') {
  const cookie = await agentCookie(inn, name);
  const headers = { cookie, origin: ownOrigin(inn), 'content-type': 'application/json' };
  const read = (text: string) => (text.startsWith('{') ? JSON.parse(text) : text);
  return {
    async get(path: string) {
      const got = await ask(inn, `/desk/api/tickets${path}`, { headers: { cookie } });
      return { status: got.status, body: read(got.text), text: got.text };
    },
    async post(path: string, body: unknown) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const got = await ask(inn, `/desk/api/tickets${path}`, { method: 'POST', headers, body: text });
      return { status: got.status, body: read(got.text) };
    },
  };
}

let ids = 0;
const id = () => `op-${++ids}`;

test('a flow of the bot opens a ticket with its slots and the lines that say them; the shopper sees number, progress and outcome', async () => {
  const places = pages();
  mkdirSync(`${places.shop}/flows`);
  // Begun by its words: the library that knows more of them is loaded with the first message.
  const flow = { ...ITEM_PROBLEM, phrases: { 'zh-CN': '东西有问题', en: 'kaput kaput kaput' } };
  writeFileSync(`${places.shop}/flows/problem.json`, JSON.stringify(flow));
  const inn = await openInn({ places });
  const shopper = await signIn(inn, 'lin');
  shopper.send(append(CONVERSATION, 'a0', 'kaput kaput kaput'));
  await event(shopper, ({ body }) => /missing, wrong or damaged/i.test(String(body['text'])));
  shopper.send(append(CONVERSATION, 'a1', 'it is damaged'));
  await event(shopper, ({ body }) => /which item/i.test(String(body['text'])));
  shopper.send(append(CONVERSATION, 'a2', 'the lid of the teapot is cracked'));
  await event(shopper, ({ body }) => /picture/i.test(String(body['text'])));
  shopper.send(append(CONVERSATION, 'a3', 'go on without'));
  await event(shopper, ({ body }) => /what would you like/i.test(String(body['text'])));
  shopper.send(append(CONVERSATION, 'a4', 'my money back'));
  await event(shopper, ({ body }) => /Is that right/.test(String(body['text'])));
  shopper.send(append(CONVERSATION, 'a5', 'yes'));
  const opened = await told(shopper, /is open/);
  expect(opened).toMatch(/^Case \d{6}-0001, Damage, is open\. You hear of it by .+\.$/);

  const api = await apiOf(inn);
  const { body } = await api.get('');
  const [ticket] = body.tickets as readonly TicketView[];
  expect(ticket).toMatchObject({
    type: 'damage',
    state: 'new',
    // The order is 899.00: the rule for amounts sends it to the lead.
    group: 'lead',
    priority: 'high',
    conversation: CONVERSATION,
    order: { id: 'o2', number: 'N2' },
    amount: { amount: 89_900, currency: 'CNY' },
    fields: { what: 'the lid of the teapot is cracked', wish: 'refund' },
    facts: [
      {
        label: 'Which item, and what is the matter',
        text: 'the lid of the teapot is cracked',
        seq: expect.any(Number),
      },
    ],
  });
  const number = ticket?.number ?? '';

  // What waits for the shopper goes on by itself when the shopper answers.
  expect(
    (await api.post(`/${number}`, { id: id(), do: 'move', to: 'waiting-shopper', text: 'Which colour is it?' })).status,
  ).toBe(200);
  await told(shopper, /Which colour is it\?/);
  shopper.send(append(CONVERSATION, 'a6', 'It is the red one'));
  await told(shopper, /thank you, it goes on/);
  // The bot has nothing to say to that.
  const said = () =>
    inn.store.reader.prepare("SELECT count(*) AS n FROM event WHERE role = 'bot' AND kind <> 'trace'").get()?.['n'];
  const before = said();
  const traces = () =>
    Number(inn.store.reader.prepare("SELECT count(*) AS n FROM event WHERE kind = 'trace'").get()?.['n']);
  await expect.poll(traces).toBeGreaterThanOrEqual(7);
  expect(said()).toBe(before);
  const done = {
    id: id(),
    do: 'move',
    to: 'done',
    text: 'Back the way you paid.',
    amount: { amount: 1990, currency: 'CNY' },
  };
  expect((await api.post(`/${number}`, done)).body.ticket).toMatchObject({
    state: 'done',
    due: { is: 'met' },
    moves: ['open'],
  });
  expect(await told(shopper, /is done/)).toBe(`Case ${number} is done, CN¥19.90. Back the way you paid.`);

  // The same again, as after a lost answer, changes nothing and tells nothing.
  expect((await api.post(`/${number}`, done)).status).toBe(200);
  const { body: whole } = await api.get(`/${number}`);
  expect(whole.events.map(({ kind }: Seen) => kind)).toEqual(['opened', 'moved', 'moved', 'moved']);
});

test('an agent opens one from a conversation in one step; forms, groups, comments and states are kept over a restart', async () => {
  const inn = await openInn();
  const shopper = await dial(inn, '/ws');
  shopper.send(hello({ secret: 's'.repeat(43), locale: 'zh-CN' }));
  await shopper.next('welcome');
  shopper.send(append(CONVERSATION, 'a1', '运费怎么算？我付了 ¥18 运费，单号 SF1234567890123'));
  await event(shopper, ({ kind, body }) => kind === 'text' && /88/.test(String(body['text'])));

  const api = await apiOf(inn);
  const draft = (await api.get(`/draft?conversation=${CONVERSATION}&locale=zh-CN`)).body;
  expect(draft).toMatchObject({
    emotion: 'calm',
    facts: [
      { label: '金额', text: '¥18', seq: 1 },
      { label: '运单号', text: 'SF1234567890123', seq: 1 },
      { label: '顾客原话', seq: 1 },
    ],
  });
  const wish = {
    id: id(),
    type: 'return-freight',
    conversation: CONVERSATION,
    fields: { paid: 1800, waybill: 'SF1' },
    facts: draft.facts,
  };
  expect(await api.post('', wish)).toEqual({
    status: 409,
    body: { code: 'fields', fields: [{ field: 'waybill', code: 'form' }] },
  });
  const right = { ...wish, fields: { paid: 1800, waybill: 'SF1234567890123' } };
  const [first, again] = [await api.post('', right), await api.post('', right)];
  const { number } = first.body.ticket as TicketView;
  expect([first.status, again.body.ticket.number]).toEqual([200, number]);
  expect(first.body.ticket).toMatchObject({ group: 'finance', state: 'new', fields: right.fields, facts: draft.facts });
  expect(await told(shopper, /工单/)).toMatch(new RegExp(`^工单 ${number}（退运费）已建立，.+前给您答复。$`));

  const agents = (await api.get('/setup?locale=zh-CN')).body.agents as readonly {
    readonly id: string;
    readonly name: string;
  }[];
  await api.post(`/${number}`, { id: id(), do: 'assign', agent: agents[0]?.id });
  await told(shopper, /已有专人处理/);
  await api.post(`/${number}`, { id: id(), do: 'comment', text: '核对过凭证' });
  await api.post(`/${number}`, { id: id(), do: 'edit', fields: { receipt: ['p1'] }, priority: 'high' });
  expect((await api.post(`/${number}`, { id: id(), do: 'move', to: 'new' })).status).toBe(409);
  expect((await api.post(`/${number}`, { id: id(), do: 'comment', text: ' ' })).body.code).toMatch(/write something/);
  expect((await api.post('/261121-9999', { id: id(), do: 'comment', text: 'x' })).status).toBe(404);

  const dataDir = inn.store.path.replace(/\/[^/]*$/, '');
  await inn.close();
  const next = await openInn({ dataDir });
  const after = await apiOf(next);
  const { ticket, events } = (await after.get(`/${number}`)).body;
  expect(ticket).toMatchObject({
    state: 'open',
    agent: { name: 'Tang' },
    priority: 'high',
    fields: { paid: 1800, receipt: ['p1'] },
  });
  expect(events.map(({ kind }: Seen) => kind)).toEqual(['opened', 'assigned', 'commented', 'edited']);
  // Numbers go on.
  const second = await after.post('', { id: id(), type: 'review', shopper: 'Mei', fields: { stars: 1 } });
  expect(second.body.ticket.number).toBe(number.replace(/1$/, '2'));
});

test('several at once, and CSV in and out: tried first, errors by line and column, the same file twice does nothing twice', async () => {
  const inn = await openInn();
  const api = await apiOf(inn);
  const file = [
    'key,type,shopper,order,amount,group,state,field:what,field:stars',
    'r1,damage,=1+1,N9,1990,,,"Lid, cracked",',
    'r2,review,Mei,,,reviews,,,2',
  ].join('\r\n');
  const wrong = `${file}\r\nr3,nothing,,,,,,,\r\nr4,review,,,x,,over,,9\r\n`;
  expect((await api.post('/import?dry=1', wrong)).body).toMatchObject({
    opened: 2,
    dry: true,
    problems: [
      { line: 4, column: 'type', message: expect.stringContaining('refund-gap') },
      { line: 5, column: 'field:stars', message: 'is out of the range that the type allows' },
      { line: 5, column: 'amount', message: expect.stringContaining('minor units') },
      { line: 5, column: 'state', message: expect.stringContaining('waiting-shopper') },
    ],
  });
  expect((await api.get('')).body.tickets).toEqual([]);
  expect((await api.post('/import?dry=0', file)).body).toMatchObject({ opened: 2, changed: 0, same: 0, problems: [] });
  expect((await api.post('/import?dry=0', file)).body).toMatchObject({ opened: 0, changed: 0, same: 2, problems: [] });

  const { tickets, version } = (await api.get('')).body as { tickets: readonly TicketView[]; version: number };
  const numbers = tickets.map(({ number }) => number);
  const done = await api.post('/bulk', {
    id: id(),
    numbers: [...numbers, '261121-9999'],
    action: { do: 'assign', group: 'finance' },
  });
  expect(done.body.results.map((one: { ticket?: TicketView; code?: string }) => one.ticket?.group ?? one.code)).toEqual(
    ['finance', 'finance', 'not-found'],
  );
  expect((await api.get(`?after=${version}`)).body.tickets).toHaveLength(2);

  const csv = (await api.get('.csv')).text;
  const [head, damage] = csv.replace('\uFEFF', '').split('\r\n');
  expect(head).toBe(
    'number,key,type,state,priority,group,assignee,shopper,order,amount,currency,emotion,opened,due,due_is,ended,outcome,field:stars,field:what',
  );
  // What a spreadsheet would run as a formula is quoted.
  expect(damage).toMatch(
    /^\d{6}-0001,,damage,new,normal,finance,,'=1\+1,N9,1990,CNY,,\S+,\S+,running,,,,"Lid, cracked"$/,
  );
  // What went out comes in again and changes nothing; a changed cell does.
  expect((await api.post('/import?dry=0', csv)).body).toMatchObject({ opened: 0, changed: 0, same: 2, problems: [] });
  expect((await api.post('/import?dry=0', csv.replace('damage,new', 'damage,open'))).body).toMatchObject({
    changed: 1,
    same: 1,
  });
  expect((await api.get(`/${numbers[0]}`)).body.ticket.state).toBe('open');
});

test('tickets are for agents only, are sealed with the key of their shopper, and go with it', async () => {
  const inn = await openInn();
  expect((await ask(inn, '/desk/api/tickets')).status).toBe(401);
  expect((await ask(inn, '/desk/api/tickets', { method: 'POST', body: '{}' })).status).toBe(403);
  const shopper = await dial(inn, '/ws');
  shopper.send(hello({ secret: 's'.repeat(43), locale: 'en' }));
  await shopper.next('welcome');
  shopper.send(append(CONVERSATION, 'a1', 'the lid is cracked'));
  await event(shopper, ({ seq }) => seq > 1);
  const api = await apiOf(inn);
  const fields = { what: 'a very cracked lid' };
  const { ticket } = (await api.post('', { id: id(), type: 'damage', conversation: CONVERSATION, fields })).body;
  // A shopper's second open thing of this shop: the rule for conversations does not hold for tickets.
  const other = (await api.post('', { id: id(), type: 'damage', conversation: CONVERSATION, fields })).body;
  expect(other.ticket.number).not.toBe(ticket.number);
  const rows = JSON.stringify(inn.store.reader.prepare('SELECT CAST(sealed AS TEXT) AS t, kind FROM event').all());
  expect(rows).not.toContain('cracked');

  const dataDir = inn.store.path.replace(/\/[^/]*$/, '');
  await inn.store.run("DELETE FROM subject_key WHERE shop = 'inn'");
  expect(inn.store.reader.prepare("SELECT count(*) AS n FROM subject_key WHERE shop = 'inn#tickets'").get()).toEqual({
    n: 0,
  });
  await inn.close();
  const next = await apiOf(await openInn({ dataDir }));
  expect((await next.get('')).body.tickets).toEqual([]);
});
