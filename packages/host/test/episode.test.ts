import type { InboxRow } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, type Guest, openInn, UNTOLD } from './inn.ts';

const rowOf = (guest: Guest): InboxRow | undefined =>
  guest.frames.flatMap((frame) => (frame.t === 'signal' && frame.name === 'inbox' ? frame.body.rows : [])).at(-1);

const times = (guest: Guest) => {
  const { firstReplyMs, handlingMs } = rowOf(guest) ?? {};
  return `first ${firstReplyMs ?? '-'}, handling ${handlingMs ?? '-'}`;
};

test('the first reply counts from the wish and by a person only; handling counts while an answer is owed', async () => {
  const { env, shopper, agent, restart } = await openInn({ settings: UNTOLD });
  const lin = await agent();
  const man = await shopper();
  const seen: string[] = [];
  const see = async () => {
    await env.pass(100);
    seen.push(times(lin));
  };
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await env.pass(30_000);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 1 });
  await env.pass(12_000);
  await see();
  lin.say(C1, 'l1', '您好', { serving: 3 });
  await see();
  // Nobody owes anything: a quiet shopper costs no handling time.
  await env.pass(60_000);
  man.say(C1, 'a1', '盖子合不上');
  await env.pass(20_000);
  lin.say(C1, 'l2', '我看看', { serving: 3 });
  await see();
  // Longer than five minutes counts as five.
  man.say(C1, 'a2', '好');
  await env.pass(900_000);
  lin.say(C1, 'l3', '给您换一个', { serving: 3 });
  await see();
  expect(seen).toEqual([
    'first -, handling -',
    'first 42100, handling 12100',
    'first 42100, handling 32100',
    'first 42100, handling 332100',
  ]);
  // A fold over the log: a restart says the same.
  const again = await restart();
  expect(times(await again.agent('tang'))).toBe('first 42100, handling 332100');
});

test('a second wish begins a new count', async () => {
  const { env, shopper, agent } = await openInn();
  const lin = await agent();
  const man = await shopper();
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await env.pass(1_000);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 1 });
  await env.settle();
  lin.say(C1, 'l1', '您好', { serving: 3 });
  await env.settle();
  lin.op(C1, 'r', 'handoff', { state: 'returned' }, { serving: 3 });
  await env.pass(5_000);
  expect(times(lin)).toBe('first 1000, handling 0');
  man.op(C1, 'h2', 'handoff', { state: 'requested' });
  await env.pass(5_000);
  expect(times(lin)).toBe('first -, handling -');
});
