import { expect, test } from 'vitest';
import { C1, C2, type Guest, openInn } from './inn.ts';

const HOUR = 3_600_000;
const inMemory = (inn: { host: { stats(): { inMemory: number; conversations: number } } }) => {
  const { inMemory: present, conversations } = inn.host.stats();
  return `${present} of ${conversations}`;
};

const rows = (guest: Guest): string[] =>
  guest.frames.flatMap((frame) =>
    frame.t === 'signal' && frame.name === 'inbox'
      ? frame.body.rows.map(({ conversation, mode, head, last }) => `${conversation} ${mode} ${head} ${last?.text}`)
      : [],
  );

test('a conversation that nobody uses leaves the memory, not the inbox, and is back when somebody asks for it', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.pass(HOUR);
  expect(inMemory(inn)).toBe('1 of 1');
  man.cut();
  await inn.env.pass(2 * 60_000);
  expect(inMemory(inn)).toBe('0 of 1');
  const lin = await inn.agent();
  expect(rows(lin)).toEqual([`${C1} bot 3 一`]);
  const back = await inn.shopper();
  back.say(C1, 'a1', '一');
  back.say(C1, 'a2', '二', { after: 'a1' });
  await inn.env.pass(100);
  expect([back.sees(C1).at(-2), inMemory(inn)]).toEqual(['5 bot text 答：二', '1 of 1']);
  expect(rows(lin).at(-1)).toBe(`${C1} bot 6 二`);
  expect(inn.turns.map(({ state, events }) => [state, events.map(({ id }) => id)])).toEqual([
    [undefined, ['a1']],
    [undefined, ['a2']],
  ]);
});

test('what waits, is held, or is owed an answer stays in memory', async () => {
  const inn = await openInn({ settings: { queueLimitMs: 48 * HOUR } });
  const [man, wife] = [await inn.shopper('man'), await inn.shopper('wife')];
  const lin = await inn.agent();
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  wife.say(C2, 'a1', '一');
  await inn.env.settle();
  lin.op(C2, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  man.cut();
  wife.cut();
  await inn.env.pass(2 * HOUR);
  expect(inMemory(inn)).toBe('2 of 2');
  await inn.env.pass(28 * HOUR);
  expect((await inn.log.open('inn')).length).toBe(2);
});

test('a bot conversation without a word for a day is closed, also one that is out of memory, and after a restart', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.pass(23 * HOUR);
  man.op(C1, 'm', 'read', { upTo: 2 });
  man.cut();
  await inn.env.pass(HOUR - 1_000);
  expect(await inn.written(C1)).toHaveLength(4);
  await inn.env.pass(61_000);
  expect((await inn.written(C1)).at(-1)).toBe('5 house closed  idle');
  expect(inMemory(inn)).toBe('0 of 0');
  const back = await inn.shopper();
  back.say(C1, 'a2', '二');
  await inn.env.settle();
  expect(back.nacks().map(({ code }) => code)).toEqual(['conversation-closed']);
  back.say(C2, 'a2', '二');
  await inn.env.settle();
  back.cut();
  inn.host.close();
  await inn.env.pass(25 * HOUR);
  const again = await openInn({ env: inn.env, log: inn.log });
  expect((await again.written(C2)).at(-1)).toBe('4 house closed  idle');
});

test('a message that was left is never closed by the clock, nor is anything where the merchant says so', async () => {
  const responder = async () => ({
    lines: [{ kind: 'handoff' as const, body: { state: 'declined' as const, reason: 'nobody' as const } }],
  });
  const inn = await openInn({ responder });
  const man = await inn.shopper();
  man.say(C1, 'a1', '找人');
  await inn.env.settle();
  man.op(C1, 'l', 'form', { to: 2, answers: { contact: '138', message: '请回电' } });
  await inn.env.settle();
  man.cut();
  await inn.env.pass(72 * HOUR);
  expect([(await inn.log.open('inn')).length, inMemory(inn)]).toEqual([1, '0 of 1']);
  expect(rows(await inn.agent())[0]).toContain('请回电');
  const never = await openInn({ settings: { idleCloseMs: 0 } });
  (await never.shopper()).say(C2, 'a1', '一');
  await never.env.pass(72 * HOUR);
  expect((await never.log.open('inn')).length).toBe(1);
});

test('server rule 8: two houses on one log open one conversation for a shopper', async () => {
  const inn = await openInn();
  const other = await openInn({ env: inn.env, log: inn.log });
  const { openOf } = inn.log;
  // Both have looked before either has written.
  inn.log.openOf = async () => [];
  const [phone, desktop] = [await inn.shopper(), await other.shopper()];
  phone.say(C1, 'a1', '一');
  desktop.say(C2, 'b1', '二');
  await inn.env.settle();
  inn.log.openOf = openOf;
  expect(desktop.nacks().map(({ code }) => code)).toEqual(['busy']);
  desktop.say(C2, 'b1', '二');
  await inn.env.settle();
  expect(desktop.nacks().map(({ code, use }) => `${code} ${use ?? ''}`)).toEqual(['busy ', `use ${C1}`]);
  expect(await inn.log.head(C2)).toBeUndefined();
});
