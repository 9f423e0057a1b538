import type { Responder } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { C1, C2, type Guest, openInn, UNTOLD } from './inn.ts';

const C3 = 'conversation-thr3';
const join = { state: 'joined' };
const wish = { state: 'requested' };

/** Places heard since the last call. */
const places = (guest: Guest): string[] =>
  guest.since().flatMap((line) => (line.startsWith('signal queue') ? [line.slice(13)] : []));

test('with nobody at the desk a wish is declined, and the message that is left reaches the bot', async () => {
  const { env, turns, shopper, written } = await openInn();
  const man = await shopper();
  man.op(C1, 'h', 'handoff', wish);
  await env.settle();
  man.op(C1, 'f', 'form', { to: 2, answers: { contact: 'man@example.org', message: '回我' } });
  await env.settle();
  expect(await written(C1)).toEqual([
    '1 shopper handoff requested wish',
    '2 house handoff declined nobody',
    '3 shopper form 2',
    '4 bot text 答：man@example.org,回我',
    '5 bot trace answer',
  ]);
  expect(turns).toHaveLength(1);
});

test('a wish that is declined says when the desk opens again, where that is known', async () => {
  const { env, log, shopper } = await openInn({ opensAt: () => 1_800_000_000_000 });
  const man = await shopper();
  man.op(C1, 'h', 'handoff', wish);
  await env.settle();
  expect((await log.read(C1, 1, 1))[0]?.body).toEqual({
    state: 'declined',
    reason: 'nobody',
    opensAt: 1_800_000_000_000,
  });
});

test('places are live: each who waits hears of every change, and what he may expect once that is known', async () => {
  const { env, shopper, agent, written } = await openInn({ settings: { agentCapacity: 1 } });
  const [man, wife, son] = [await shopper('man'), await shopper('wife'), await shopper('son')];
  const lin = await agent();
  for (const [guest, id] of [
    [man, C1],
    [wife, C2],
    [son, C3],
  ] as const) {
    guest.op(id, 'h', 'handoff', wish);
    await env.pass(1_000);
  }
  expect([places(man), places(wife), places(son)]).toEqual([
    ['{"position":1}'],
    ['{"position":2}'],
    ['{"position":3}'],
  ]);
  expect((await written(C3))[1]).toBe('2 house handoff queued');

  lin.op(C1, 'j', 'handoff', join, { serving: 1 });
  await env.pass(60_000);
  expect([places(man), places(wife), places(son)]).toEqual([[], ['{"position":1}'], ['{"position":2}']]);

  lin.op(C1, 'c', 'closed', {}, { serving: 3 });
  await env.pass(100);
  expect([places(wife), places(son)]).toEqual([
    ['{"position":1,"estimateMs":10000}'],
    ['{"position":2,"estimateMs":10000}'],
  ]);

  lin.op(C2, 'j', 'handoff', join, { serving: 1 });
  await env.pass(100);
  expect([places(wife), places(son)]).toEqual([[], ['{"position":1,"estimateMs":10000}']]);
});

test('a head start counts in seconds, is capped, and the order never changes while people wait', async () => {
  const starts: Readonly<Record<string, number>> = { 气: 300_000, 怒: 9_000_000 };
  const responder: Responder = async ({ events }) => ({
    lines: [],
    handoff: { reason: 'anger', headStartMs: starts[String(events[0]?.body['text'])] },
  });
  const { env, shopper, agent } = await openInn({ responder, settings: { queueLimitMs: 3_600_000 } });
  const [calm, angry, furious] = [await shopper('calm'), await shopper('angry'), await shopper('furious')];
  await agent();
  calm.say(C1, 'a', '平');
  await env.pass(200_000);
  angry.say(C2, 'b', '气');
  await env.pass(100);
  expect([places(calm).at(-1), places(angry).at(-1)]).toEqual(['{"position":2}', '{"position":1}']);
  await env.pass(401_000);
  furious.say(C3, 'c', '怒');
  await env.pass(100);
  expect([places(calm), places(angry), places(furious)]).toEqual([[], [], ['{"position":3}']]);
  await env.pass(600_000);
  expect([places(calm), places(angry), places(furious)]).toEqual([[], [], []]);
});

test('after the limit the house gives the conversation back and the bot says that it is sorry', async () => {
  const { env, turns, shopper, agent, written } = await openInn({ settings: UNTOLD });
  const man = await shopper();
  await agent();
  man.say(C1, 'a', '找人');
  await env.settle();
  man.say(C1, 'b', '喂');
  await env.pass(299_999);
  expect(await written(C1)).toHaveLength(5);
  await env.pass(1);
  expect((await written(C1)).slice(3)).toEqual([
    '4 house handoff queued',
    '5 shopper text 喂',
    '6 house handoff returned timeout',
    '7 bot text 抱歉 timeout',
    '8 bot trace answer',
  ]);
  expect(turns.at(-1)).toMatchObject({ returned: 'timeout', events: [{ seq: 5 }] });
  await env.pass(600_000);
  expect(await written(C1)).toHaveLength(8);
});

test('a limit that is reached while an agent is taking the conversation does not take it away', async () => {
  const { env, log, shopper, agent, written } = await openInn({ settings: UNTOLD });
  const man = await shopper();
  const lin = await agent();
  man.op(C1, 'h', 'handoff', wish);
  await env.pass(299_999);
  const release = log.hold();
  lin.op(C1, 'j', 'handoff', join, { serving: 1 });
  await env.pass(1_000);
  release();
  await env.settle();
  expect((await written(C1)).slice(1)).toEqual(['2 house handoff queued', '3 agent handoff joined']);
});

test('a shopper may stop waiting; what he asked in the meantime is answered by the bot', async () => {
  const { env, host, shopper, agent, written } = await openInn();
  const man = await shopper();
  await agent();
  man.op(C1, 'h', 'handoff', wish);
  await env.settle();
  man.say(C1, 'a', '还要多久');
  man.op(C1, 'r', 'handoff', { state: 'returned' });
  await env.settle();
  expect((await written(C1)).slice(2)).toEqual([
    '3 shopper text 还要多久',
    '4 shopper handoff returned shopper',
    '5 bot text 答：还要多久',
    '6 bot trace answer',
  ]);
  expect(host.stats().queued).toBe(0);
});

test('a wish that is repeated while waiting changes nothing', async () => {
  const { env, shopper, agent, written } = await openInn();
  const man = await shopper();
  await agent();
  man.op(C1, 'h1', 'handoff', wish);
  await env.pass(100);
  man.op(C1, 'h2', 'handoff', wish);
  await env.pass(100);
  expect(await written(C1)).toEqual([
    '1 shopper handoff requested wish',
    '2 house handoff queued',
    '3 shopper handoff requested wish',
  ]);
  expect(places(man)).toEqual(['{"position":1}']);
});
