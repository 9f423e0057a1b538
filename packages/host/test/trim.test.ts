import { trim } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { C1, Guest, openInn } from './inn.ts';

const secret = 'secret-man'.padEnd(43, '-');

test('server rule 3: after a trim a cursor below it is reset, one above goes on, and pages end there', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  for (const n of [1, 2, 3]) {
    man.say(C1, `a${n}`, `${n}`);
    await inn.env.settle();
  }
  expect(await trim(inn.host, C1, 5)).toBe(5);
  const late = new Guest(inn.host, 'shopper');
  late.hello({ secret }, [{ conversation: C1, epoch: 'memory-1', seq: 3 }]);
  const near = new Guest(inn.host, 'shopper');
  near.hello({ secret }, [{ conversation: C1, epoch: 'memory-1', seq: 4 }]);
  await inn.env.settle();
  const rest = '5 bot text 答：2 | 6 house hidden | 7 shopper text 3 | 8 bot text 答：3 | 9 house hidden';
  expect(late.since()).toEqual(['welcome man [9]', `reset head 9 first 5 | ${rest}`]);
  expect(near.since()).toEqual(['welcome man [9]', `events ${rest}`]);
  near.send({ t: 'pull', conversation: C1, nonce: 'p', before: 7, limit: 9 });
  await inn.env.settle();
  expect(near.since()).toEqual(['page 5 bot text 答：2 | 6 house hidden']);
  man.say(C1, 'a4', '4');
  await inn.env.settle();
  expect(man.frames.findLast((frame) => frame.t === 'events')).toMatchObject({ first: 5 });
});

test('what follows from what was trimmed stays: who speaks, what was read and taken back, and that a repeat is one', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  const lin = await inn.agent();
  man.say(C1, 'a1', '一');
  await inn.env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  man.say(C1, 'a2', '二');
  man.op(C1, 'r', 'retracted', { target: 5 });
  man.op(C1, 'm', 'read', { upTo: 3 });
  man.say(C1, 'a3', '三');
  await inn.env.settle();
  expect(await trim(inn.host, C1, 8)).toBe(8);
  const again = await inn.restart();
  const back = await again.shopper();
  back.say(C1, 'a1', '一');
  back.op(C1, 'm2', 'read', { upTo: 2 });
  back.say(C1, 'a4', '四');
  await again.env.pass(10_000);
  expect(back.since().filter((line) => line.startsWith('ack'))).toEqual(['ack a1 1', 'ack m2 7', 'ack a4 9']);
  // The agent still holds it, so the bot says nothing.
  expect(await again.written(C1)).toEqual(['8 shopper text 三', '9 shopper text 四']);
  expect(again.turns).toEqual([]);
  const wang = await again.agent('wang');
  wang.op(C1, 'x', 'handoff', { state: 'returned' }, { serving: 0 });
  await again.env.settle();
  expect(wang.nacks()[0]?.code).toBe('serving-changed');
});

test('server rule 3: a reset says who speaks, though the event that made it so lies before the page', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  const lin = await inn.agent();
  man.say(C1, 'a1', '一');
  await inn.env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  man.say(C1, 'a2', '二');
  man.say(C1, 'a3', '三');
  await inn.env.settle();
  await trim(inn.host, C1, 6);
  const late = await inn.shopper();
  expect(late.frames.find((frame) => frame.t === 'reset')).toMatchObject({
    first: 6,
    serving: { mode: 'agent', seq: 4, agent: { id: 'lin', name: 'lin' } },
  });
});

test('the dialogue goes on over a trim, twice, and a rest', async () => {
  const inn = await openInn({
    responder: async ({ state }) => ({
      lines: [{ kind: 'text', body: { text: `第 ${Number(state?.['n'] ?? 0)}` } }],
      trace: { decision: 'answer', confidence: 1, candidates: [], state: { n: Number(state?.['n'] ?? 0) + 1 } },
    }),
  });
  const man = await inn.shopper();
  for (const n of [1, 2, 3]) {
    man.say(C1, `a${n}`, `${n}`);
    await inn.env.settle();
    await trim(inn.host, C1, 3 * n);
  }
  man.cut();
  await inn.env.pass(3_600_000);
  expect(inn.host.stats()).toMatchObject({ conversations: 1, inMemory: 0 });
  const back = await inn.shopper();
  back.say(C1, 'a4', '4');
  await inn.env.settle();
  expect(back.sees(C1).slice(1)).toEqual(['10 shopper text 4', '11 bot text 第 3', '12 house hidden']);
});

test('the newest event, and a message that was left, are always kept; trimming back or nothing does nothing', async () => {
  const responder = async () => ({
    lines: [{ kind: 'handoff' as const, body: { state: 'declined' as const, reason: 'nobody' as const } }],
  });
  const inn = await openInn({ responder });
  const man = await inn.shopper();
  man.say(C1, 'a1', '找人');
  await inn.env.settle();
  man.op(C1, 'l', 'form', { to: 2, answers: { contact: '138', message: '请回电' } });
  await inn.env.settle();
  expect([
    await trim(inn.host, C1, 99),
    await trim(inn.host, C1, 2),
    await trim(inn.host, 'conversation-none', 9),
  ]).toEqual([4, 4, 1]);
});
