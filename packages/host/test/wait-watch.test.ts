import type { InboxRow } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, C2, type Guest, openInn } from './inn.ts';

const wish = { state: 'requested' };
const join = { state: 'joined' };

const rowOf = (guest: Guest): Partial<InboxRow> =>
  guest.frames
    .flatMap((frame) => (frame.t === 'signal' && frame.name === 'inbox' ? frame.body.rows : []))
    .filter(({ conversation }) => conversation === C1)
    .at(-1) ?? {};

/** A shopper whom Lin serves and has answered. */
async function serve(more: Parameters<typeof openInn>[0] = {}) {
  const inn = await openInn(more);
  const lin = await inn.agent('lin');
  const man = await inn.shopper();
  man.op(C1, 'h', 'handoff', wish);
  await inn.env.pass(1_000);
  lin.op(C1, 'j', 'handoff', join, { serving: 1 });
  await inn.env.settle();
  lin.say(C1, 'l1', '您好', { serving: 3 });
  await inn.env.settle();
  const since = async () => (await inn.written(C1)).slice(4);
  return { ...inn, lin, man, since };
}

test('after a minute in the queue the shopper is told the place and may leave a message, once, also over a restart', async () => {
  const { env, log, shopper, agent, written, restart } = await openInn();
  await agent();
  const man = await shopper();
  man.op(C1, 'h', 'handoff', wish);
  await env.pass(59_000);
  expect(await written(C1)).toEqual(['1 shopper handoff requested wish', '2 house handoff queued']);
  await env.pass(2_000);
  expect((await log.read(C1, 2, 1))[0]).toMatchObject({
    from: { role: 'system' },
    body: { state: 'queued', leave: true, position: 1 },
  });
  const again = await restart();
  await env.pass(120_000);
  expect(await written(C1)).toHaveLength(3);

  const his = await again.shopper();
  his.op(C1, 'f', 'form', { to: 3, answers: { contact: 'mei@example.com', message: '盖子合不上' } });
  his.op(C1, 'r', 'handoff', { state: 'returned' });
  await env.pass(1_000);
  expect(rowOf(await again.agent('tang'))).toMatchObject({ mode: 'bot', left: true });
  expect((await written(C1)).slice(3, 6)).toEqual([
    '4 shopper form 3',
    '5 shopper handoff returned shopper',
    '6 bot text 答：mei@example.com,盖子合不上',
  ]);
});

test('told while nobody could be asked before: a wait that is over a minute old at start is told at once', async () => {
  const { env, shopper, agent, host, written, restart } = await openInn();
  await agent();
  const man = await shopper();
  man.op(C1, 'h', 'handoff', wish);
  await env.pass(1_000);
  host.close();
  await env.pass(90_000);
  const again = await restart();
  await env.pass(1_000);
  expect((await written(C1)).slice(2)).toEqual(['3 house handoff queued']);
  expect(again.host.stats().queued).toBe(1);
});

test('an agent who owes an answer for a minute: the shopper is told by whom, and again only for later words', async () => {
  const { env, log, man, lin, since } = await serve();
  man.say(C1, 'a1', '在吗');
  man.say(C1, 'a2', '喂');
  await env.pass(61_000);
  expect(await since()).toEqual(['5 shopper text 在吗', '6 shopper text 喂', '7 house handoff queued']);
  expect((await log.read(C1, 6, 1))[0]?.body).toEqual({
    state: 'queued',
    leave: true,
    agent: { id: 'lin', name: 'lin' },
  });
  lin.say(C1, 'l2', '在', { serving: 3 });
  await env.pass(120_000);
  expect((await since()).slice(3)).toEqual(['8 agent text 在']);
  man.say(C1, 'a3', '盖子合不上');
  await env.pass(61_000);
  expect((await since()).slice(4)).toEqual(['9 shopper text 盖子合不上', '10 house handoff queued']);
});

test('an agent who takes over and says nothing owes an answer too, though the bot spoke last', async () => {
  const { env, log, shopper, agent, written } = await openInn();
  const lin = await agent('lin');
  const man = await shopper();
  man.say(C1, 'a1', '人工');
  await env.pass(1_000);
  man.op(C1, 'h', 'handoff', wish);
  await env.pass(1_000);
  const before = await written(C1);
  lin.op(C1, 'j', 'handoff', join, { serving: before.findIndex((line) => line.includes('requested')) + 1 });
  await env.pass(2_000);
  expect(rowOf(lin)).toMatchObject({ mode: 'agent', waitingSince: env.now() - 2_000 });
  await env.pass(60_000);
  const head = before.length + 2;
  expect((await written(C1)).at(-1)).toBe(`${head} house handoff queued`);
  expect((await log.read(C1, head - 1, 1))[0]?.body).toMatchObject({ leave: true, agent: { id: 'lin' } });
  lin.say(C1, 'l1', '您好', { serving: head - 1 });
  await env.pass(300_000);
  expect((await written(C1)).slice(head)).toEqual([`${head + 1} agent text 您好`]);
});

test('past the limit it goes to the queue where somebody else is free, before those who came since', async () => {
  const { env, man, agent, shopper, since } = await serve();
  const tang = await agent('tang');
  man.say(C1, 'a1', '在吗');
  await env.pass(200_000);
  const wife = await shopper('wife');
  wife.op(C2, 'h', 'handoff', wish);
  await env.pass(102_000);
  expect((await since()).slice(1)).toEqual([
    '6 house handoff queued',
    '7 house handoff returned timeout',
    '8 house handoff requested timeout',
    '9 house handoff queued',
  ]);
  expect(rowOf(tang)).toMatchObject({ mode: 'queued', position: 1, reason: 'timeout' });
  tang.op(C1, 'j2', 'handoff', join, { serving: 8 });
  await env.pass(1_000);
  expect(rowOf(tang)).toMatchObject({ mode: 'agent', agent: { id: 'tang' } });
});

test('past the limit it goes back to the bot, who is sorry, where nobody else is free', async () => {
  const { env, man, agent, since } = await serve();
  const tang = await agent('tang');
  tang.send({ t: 'signal', name: 'away', body: { on: true } });
  man.say(C1, 'a1', '在吗');
  await env.pass(302_000);
  expect((await since()).slice(2, 4)).toEqual(['7 house handoff returned timeout', '8 bot text 抱歉 timeout']);
});

test('an answer in time, a shopper who is to speak, and a merchant who wants none of it: nothing is said', async () => {
  const quiet = await serve();
  await quiet.env.pass(900_000);
  expect(await quiet.since()).toEqual([]);
  const off = await serve({ settings: { tellAfterMs: 0, answerLimitMs: 0 } });
  off.man.say(C1, 'a1', '在吗');
  await off.env.pass(900_000);
  expect(await off.since()).toEqual(['5 shopper text 在吗']);
});
