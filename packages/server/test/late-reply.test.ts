import { expect, onTestFinished, test } from 'vitest';
import { createContacts, readEmail } from '../src/notices/contacts.ts';
import type { RunningServer } from '../src/server.ts';
import { agentCookie, append, ask, dial, hello, type Line, openInn, ownOrigin } from './inn.ts';
import { type Mail, openMailServer } from './mail-server.ts';

const CONVERSATION = 'c'.repeat(22);
const MEI = 'mei@example.com';
const SECRET = 's'.repeat(43);

type Seen = { readonly seq: number; readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

async function event(line: Line, fits: (one: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const frame = await line.next(({ t }) => t === 'events' || t === 'reset');
    const found = (frame['events'] as readonly Seen[]).find(fits);
    if (found) return found;
  }
}

/** An inn that writes mails 200 ms after something was not seen. */
async function openPost(more: Parameters<typeof openInn>[0] = {}) {
  const post = await openMailServer();
  onTestFinished(() => post.close());
  const mail = { url: post.url, from: 'The Inn <inn@inn.example>' };
  return { post, inn: await openInn({ mail, noticeAfterMs: 200, ...more }) };
}

/** A visitor leaves a message with an address, and then the page. */
async function leaveMessage(inn: RunningServer, locale = 'en'): Promise<void> {
  const shopper = await dial(inn, '/ws');
  shopper.send(hello({ secret: SECRET, locale }));
  await shopper.next('welcome');
  shopper.send(append(CONVERSATION, 'a1', locale === 'en' ? 'I want to talk to a person' : '我要找人工'));
  const declined = await event(shopper, ({ kind, body }) => kind === 'handoff' && body['state'] === 'declined');
  const answers = { contact: ` ${MEI.toUpperCase()}`, message: 'The lid does not close' };
  const leave = { t: 'append', conversation: CONVERSATION, id: 'a2', kind: 'form' };
  shopper.send({ ...leave, body: { to: declined.seq, answers } });
  await event(shopper, ({ kind, seq }) => kind === 'text' && seq > declined.seq + 1);
  shopper.end();
}

let named = 0;

/** An agent answers, and may close the conversation. */
async function answer(inn: RunningServer, text: string, closes = false): Promise<void> {
  const agent = await dial(inn, '/desk/ws', { cookie: await agentCookie(inn), origin: ownOrigin(inn) });
  agent.send(hello());
  await agent.next('welcome');
  const op = async (kind: string, body: object, serving: number): Promise<number> => {
    named += 1;
    const id = `agent-${named}`;
    agent.send({ t: 'append', conversation: CONVERSATION, id, kind, body, serving });
    const { seq } = await agent.next((frame) => frame.t === 'ack' && frame['id'] === id);
    return Number(seq);
  };
  agent.send({ t: 'watch', conversation: CONVERSATION, on: true });
  const { serving } = await agent.next('reset');
  const joined = await op('handoff', { state: 'joined' }, (serving as { seq: number }).seq);
  await op('text', { text }, joined);
  if (closes) await op('closed', { reason: 'agent' }, joined);
  else await op('handoff', { state: 'returned' }, joined);
  agent.end();
}

const pathIn = ({ text }: Mail, path: string): string =>
  new RegExp(`http://[^/]+(/${path}\\S+)`).exec(text)?.[1] ?? 'none';

const press = (inn: RunningServer, path: string, body: string) =>
  ask(inn, path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });

const traded = (inn: RunningServer, mail: Mail) =>
  press(inn, '/resume/token', pathIn(mail, 'resume').split('#')[1] ?? '');

test('a guest’s mail is verified, one notice tells what was not seen, its link goes on elsewhere, and it can be stopped', async () => {
  const { post, inn } = await openPost();
  await leaveMessage(inn);
  const question = await post.next(MEI);
  expect(question.headers['subject']).toBe('Is this your address? · The Inn');
  expect(question.text).not.toMatch(/lid|resume/);
  const confirm = pathIn(question, 'confirm');

  // A program that scans mail has opened it: that confirms nothing.
  expect((await ask(inn, confirm)).text).toContain(MEI);
  await answer(inn, 'A new lid is on its way.', true);
  const again = await post.next(MEI);
  expect(again.text).toContain('an answer is waiting');
  expect(again.text).not.toMatch(/lid|resume/);

  expect((await press(inn, confirm, 'answer=yes')).text).toContain('Answers of The Inn come to this address');
  const notice = await post.next(MEI);
  expect(notice).toMatchObject({
    from: 'inn@inn.example',
    headers: {
      subject: 'Tang answered you · The Inn',
      'auto-submitted': 'auto-generated',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'message-id': expect.stringMatching(/^<[\w-]{43}@inn.example>$/),
    },
  });
  expect(notice.text).toContain('Tang of The Inn wrote:\n\nA new lid is on its way.\n');

  // Another device, which holds nothing: the conversation is closed, and read all the same.
  const token = await traded(inn, notice);
  expect(token.status).toBe(200);
  const tablet = await dial(inn, '/ws');
  tablet.send(hello({ token: token.text }));
  expect((await tablet.next('welcome'))['conversations']).toMatchObject([{ conversation: CONVERSATION }]);
  expect(
    await event(tablet, ({ kind, body }) => kind === 'text' && body['text'] === 'A new lid is on its way.'),
  ).toBeDefined();
  tablet.send(append('d'.repeat(22), 'b1', 'How much is shipping?', { locale: 'en' }));
  await event(tablet, ({ kind, body }) => kind === 'text' && /88/.test(String(body['text'])));

  // One press in the mail program.
  const stop = new URL(notice.headers['list-unsubscribe']?.slice(1, -1) ?? '');
  await press(inn, stop.pathname + stop.search, 'List-Unsubscribe=One-Click');
  expect((await traded(inn, notice)).status).toBe(403);
  expect(post.mails).toHaveLength(3);
});

test('a mail server that is busy is asked again, by the next process too, and the notice keeps its name', async () => {
  const { post, inn } = await openPost();
  await leaveMessage(inn);
  await press(inn, pathIn(await post.next(MEI), 'confirm'), 'answer=yes');
  post.refuse(1);
  await answer(inn, 'It is here.');
  const row = () => inn.store.reader.prepare('SELECT state, tries FROM notice').get();
  await expect.poll(row).toMatchObject({ state: 'waiting', tries: 1 });
  // The minute until the next try is over.
  await inn.store.run('UPDATE notice SET at = 0');
  const { dataDir, mail } = {
    dataDir: inn.store.path.replace(/\/[^/]*$/, ''),
    mail: { url: post.url, from: 'inn@inn.example' },
  };
  await inn.close();
  await openInn({ dataDir, mail, noticeAfterMs: 200 });
  expect((await post.next(MEI)).text).toContain('It is here.');
});

test('«that was not me» ends all mails to an address', async () => {
  const { post, inn } = await openPost();
  await leaveMessage(inn);
  const confirm = pathIn(await post.next(MEI), 'confirm');
  expect((await press(inn, confirm, 'answer=no')).text).toContain('Nothing more is sent');
  await answer(inn, 'It is here.');
  const row = () => inn.store.reader.prepare('SELECT state FROM notice').get();
  await expect.poll(row).toMatchObject({ state: 'nowhere' });
  expect(post.mails).toHaveLength(1);
  const { text, status } = await ask(inn, `${confirm}x`);
  expect([status, text.includes('This link is over')]).toEqual([403, true]);
});

test('a link opens one purpose only, and nothing once its address is forgotten', async () => {
  const { post, inn } = await openPost();
  await leaveMessage(inn);
  const confirm = pathIn(await post.next(MEI), 'confirm');
  expect((await press(inn, '/resume/token', confirm.split('=')[1] ?? '')).status).toBe(403);
  expect((await ask(inn, confirm.replace('/confirm', '/stop'))).status).toBe(403);
  await press(inn, confirm, 'answer=yes');
  await answer(inn, 'It is here.');
  const notice = await post.next(MEI);
  await inn.store.run('DELETE FROM subject_key');
  expect(inn.store.reader.prepare('SELECT count(*) AS n FROM contact').get()).toEqual({ n: 0 });
  expect((await traded(inn, notice)).status).toBe(403);
});

test('an address is asked three times a day at most, whoever gives it, and stopping stops it for all of them', async () => {
  const { store } = await openInn();
  let now = 1_800_000_000_000;
  const contacts = createContacts(store, { shop: 'inn', secret: 'k', now: () => now });
  const given = await Promise.all(['p1', 'p2', 'p3', 'p4'].map((subject) => contacts.add(subject, MEI, false)));
  const ask = async () => {
    const asked: boolean[] = [];
    for (const { n } of given) asked.push(await contacts.mayAsk(n));
    return asked;
  };
  expect(await ask()).toEqual([true, true, true, false]);
  now += 86_400_001;
  expect(await ask()).toEqual([true, true, true, false]);
  const [first, second] = given;
  await contacts.confirm(first?.n ?? 0);
  expect(contacts.of('p1')).toMatchObject([{ email: MEI, verified: true, stopped: false }]);
  await contacts.stop(second?.n ?? 0, true);
  expect(contacts.of('p1')).toMatchObject([{ verified: true, stopped: true }]);
  // Who gives it again elsewhere does not undo that.
  expect(await contacts.add('p5', MEI, false)).toMatchObject({ stopped: true });
  const shown = JSON.stringify(store.reader.prepare('SELECT shop, subject, hash FROM contact').all());
  expect(shown).not.toContain('mei');
});

test.each([
  ['mei@example.com', 'mei@example.com'],
  [' Mei@Example.COM ', 'mei@example.com'],
  ['13800000001', undefined],
  ['mei@example', undefined],
  ['mei@example.com\r\nBcc: all@example.com', undefined],
  ['Mei <mei@example.com>', undefined],
  [7, undefined],
])('%j is read as the address %j', (text, email) => {
  expect(readEmail(text)).toBe(email);
});
