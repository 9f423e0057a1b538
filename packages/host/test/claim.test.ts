import { expect, test } from 'vitest';
import { C1, C2, Guest, type Inn, openInn } from './inn.ts';

const secret = (name: string): string => `secret-${name}`.padEnd(43, '-');

/** Says hello with an account's token and the secret of a visitor. */
async function claims(inn: Inn, guest: Guest, account: string, visitor: string): Promise<unknown> {
  guest.hello({ token: account, claim: secret(visitor) });
  await inn.env.settle();
  const welcome = guest.frames.findLast((frame) => frame.t === 'welcome');
  return welcome?.t === 'welcome' ? welcome.claimed : undefined;
}

/** A token's link. */
async function member(inn: Inn, name: string): Promise<Guest> {
  const guest = new Guest(inn.host, 'shopper');
  guest.hello({ token: name });
  await inn.env.settle();
  guest.since();
  return guest;
}

const acks = (guest: Guest) => guest.since().filter((line) => /^n?ack/.test(line));

test('rule 12: the conversation goes over to the account, on this link, on its other devices and in the inbox', async () => {
  const inn = await openInn();
  const page = await inn.shopper('man');
  const phone = await member(inn, 'mei');
  const lin = await inn.agent();
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  expect(await claims(inn, page, 'mei', 'man')).toBe(true);
  expect(page.since().filter((line) => /^(welcome|n?ack)/.test(line))).toEqual(['ack a1 1', 'welcome mei [4]']);
  page.say(C1, 'a2', '二');
  await inn.env.pass(100);
  const whole = ['1 shopper text 一', '2 bot text 答：一', '3 house hidden', '4 house hidden', '5 shopper text 二'];
  expect(phone.sees(C1).slice(0, 5)).toEqual(whole);
  expect(page.sees(C1)).toEqual(phone.sees(C1));
  expect(
    phone.replica
      .get(C1)
      ?.filter(({ from }) => from.role === 'shopper')
      .map(({ from }) => from.id),
  ).toEqual(['mei', 'mei']);
  expect(lin.since('team').at(-1)).toContain('"shopper":{"role":"shopper","id":"mei"}');
  lin.watch(C1);
  await inn.env.settle();
  expect(lin.sees(C1)[3]).toBe('4 house hidden');
  expect((await inn.log.head(C1))?.record.subject).toBe('mei');
});

test('rule 12: an op that was sent under the secret is the same op under the account', async () => {
  const inn = await openInn();
  const page = await inn.shopper('man');
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  await claims(inn, page, 'mei', 'man');
  page.since();
  page.say(C1, 'a1', '一');
  page.say(C1, 'a2', '二', { after: 'a1' });
  await inn.env.settle();
  expect(acks(page)).toEqual(['ack a1 1', 'ack a2 5']);
  expect((await inn.written(C1)).filter((line) => line.includes('shopper'))).toHaveLength(2);
});

test('rule 12: the secret is worth nothing any more: no hello, no op, no conversation', async () => {
  const inn = await openInn();
  const [page, tab] = [await inn.shopper('man'), await inn.shopper('man')];
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  tab.since();
  await claims(inn, page, 'mei', 'man');
  tab.say(C1, 'a2', '二');
  tab.hello({ secret: secret('man') });
  await inn.env.settle();
  expect(tab.since()).toEqual([
    'nack reauth secret-revoked -',
    'nack reauth unauthenticated a2',
    'nack reauth secret-revoked n2',
  ]);
  expect(page.closed).toBeUndefined();
  // A link of another process, which heard nothing of it.
  const elsewhere = await openInn({
    log: inn.log,
    env: inn.env,
    authenticate: async () => ({ principal: { role: 'shopper', id: 'man' } }),
  });
  const late = new Guest(elsewhere.host, 'shopper');
  late.hello({ token: 'x' });
  await inn.env.settle();
  late.say(C1, 'a3', '三');
  late.say(C2, 'a4', '四');
  await inn.env.settle();
  expect(acks(late)).toEqual(['nack reauth secret-revoked a3', 'nack reauth secret-revoked a4']);
  expect(await inn.log.head(C2)).toBeUndefined();
});

test('rule 12: a second claim changes nothing; another account, or a secret that is none, is refused and reads nothing', async () => {
  const inn = await openInn();
  const page = await inn.shopper('man');
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  expect(await claims(inn, page, 'mei', 'man')).toBe(true);
  const head = (await inn.log.head(C1))?.head;
  expect(await claims(inn, page, 'mei', 'man')).toBe(true);
  const thief = await member(inn, 'thief');
  expect(await claims(inn, thief, 'thief', 'man')).toBe(false);
  thief.send({ t: 'pull', conversation: C1, nonce: 'p', before: 9, limit: 9 });
  await inn.env.settle();
  expect(thief.since()).toEqual(['welcome thief []', 'nack rejected forbidden p']);
  expect((await inn.log.head(C1))?.head).toBe(head);
});

test('rule 8: of two open conversations the one on the screen goes on, the other is closed and can be read', async () => {
  const inn = await openInn();
  const [page, phone] = [await inn.shopper('man'), await member(inn, 'mei')];
  page.say(C1, 'a1', '一');
  phone.say(C2, 'b1', '二');
  await inn.env.settle();
  await claims(inn, page, 'mei', 'man');
  expect(page.since()).toContain('welcome mei [4]');
  expect((await inn.written(C2)).at(-1)).toBe('4 house closed  moved');
  phone.since();
  phone.say(C2, 'b2', '三');
  await inn.env.settle();
  expect(acks(phone)).toEqual(['nack retry conversation-closed b2']);
  phone.send({ t: 'pull', conversation: C2, nonce: 'p', before: 5, limit: 9 });
  await inn.env.settle();
  expect(phone.since()).toEqual([
    'page 1 shopper text 二 | 2 bot text 答：二 | 3 house hidden | 4 house closed  moved',
  ]);
});

test('rule 8: a conversation that waits for a person is never the one that is closed for a bot', async () => {
  const inn = await openInn();
  const [page, phone] = [await inn.shopper('man'), await member(inn, 'mei')];
  await inn.agent();
  page.say(C1, 'a1', '一');
  phone.op(C2, 'h', 'handoff', { state: 'requested' });
  await inn.env.settle();
  await claims(inn, page, 'mei', 'man');
  expect((await inn.written(C1)).slice(3)).toEqual(['4 house claimed', '5 house closed  moved']);
  expect([(await inn.log.openOf('inn', 'mei')).map(({ id }) => id), inn.host.stats().queued]).toEqual([[C2], 1]);
  // The account's other device stays where it is: what was claimed and closed at once is no news there.
  expect(phone.sees(C1)).toEqual([]);
});

test('rule 12: an op on its way under the secret is never in the log twice', async () => {
  const inn = await openInn({ responder: async () => ({ lines: [] }) });
  const [page, tab] = [await inn.shopper('man'), await inn.shopper('man')];
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  const release = inn.log.hold();
  page.hello({ token: 'mei', claim: secret('man') });
  await inn.env.settle();
  tab.say(C1, 'a2', '二');
  await inn.env.settle();
  release();
  await inn.env.settle();
  page.say(C1, 'a2', '二');
  await inn.env.settle();
  expect((await inn.written(C1)).filter((line) => line.includes('二'))).toHaveLength(1);
  expect(page.nacks()).toEqual([]);
});

for (const when of ['before', 'after'] as const)
  test(`a claim whose log failed ${when} it was written is made by the next hello`, async () => {
    const inn = await openInn();
    const page = await inn.shopper('man');
    page.say(C1, 'a1', '一');
    await inn.env.settle();
    inn.log.failNext(when);
    await claims(inn, page, 'mei', 'man');
    expect(page.since().at(-1)).toBe('nack retry internal n2');
    await inn.env.pass(2_000);
    expect(await claims(inn, page, 'mei', 'man')).toBe(true);
    expect((await inn.written(C1)).filter((line) => line.includes('claimed'))).toHaveLength(1);
    page.say(C1, 'a2', '二');
    await inn.env.settle();
    expect(acks(page)).toContain('ack a2 5');
  });

test('a claim survives the process, and a secret that never said anything can be given up as well', async () => {
  const inn = await openInn();
  const page = await inn.shopper('man');
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  await claims(inn, page, 'mei', 'man');
  const [quiet, tab] = [await inn.shopper('quiet'), await inn.shopper('quiet')];
  expect(await claims(inn, quiet, 'mei', 'quiet')).toBe(true);
  expect(tab.since()).toEqual(['nack reauth secret-revoked -']);
  const again = await inn.restart();
  const back = await member(again, 'mei');
  expect(back.sees(C1)[0]).toBe('1 shopper text 一');
  const old = new Guest(again.host, 'shopper');
  old.hello({ secret: secret('quiet') });
  await inn.env.settle();
  expect(old.since()).toEqual(['nack reauth secret-revoked n1']);
});

test("a reader cannot claim by a frame: the kind is the house's", async () => {
  const inn = await openInn();
  const page = await inn.shopper('man');
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  page.since();
  page.op(C1, 'x', 'claimed', { visitor: 'man', account: { id: 'mei' } });
  await inn.env.settle();
  expect(acks(page)).toEqual(['nack rejected forbidden x']);
});

test('rule 16: a restore that takes a claim back takes its conversation from the account, which is told', async () => {
  const inn = await openInn();
  const page = await inn.shopper('man');
  page.say(C1, 'a1', '一');
  await inn.env.settle();
  const account = new Guest(inn.host, 'shopper');
  account.hello({ token: 'mei' }, [{ conversation: C1, epoch: 'before', seq: 2 }]);
  await inn.env.settle();
  const gone = { conversation: C1, epoch: inn.log.epoch(), head: 0 };
  expect(account.frames.find((frame) => frame.t === 'welcome')).toMatchObject({ conversations: [gone] });
  expect(account.frames.filter((frame) => frame.t === 'reset')).toMatchObject([{ ...gone, events: [] }]);
});
