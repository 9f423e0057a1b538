import type { Seen } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { C1, openInn } from './inn.ts';

/** What was not seen, after everything that happened: `4 at 1000` is event 4, a second after the start. */
const told = (seen: readonly Seen[], start: number): string[] => {
  const lines = seen.map(({ unread }) => (unread ? `${unread.seq} at ${unread.at - start}` : '-'));
  return lines.filter((line, n) => line !== lines[n - 1]);
};

test('what an agent and the house say is unseen until the shopper reads it or speaks; a restart finds it again', async () => {
  const seen: Seen[] = [];
  const { env, shopper, agent, host, written, restart } = await openInn({ observe: (one) => void seen.push(one) });
  const start = env.now();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '盖子合不上');
  await env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.pass(1_000);
  lin.say(C1, 'l1', '我看看', { serving: 4 });
  await env.pass(1_000);
  lin.say(C1, 'l2', '补发给您', { serving: 4 });
  await env.settle();
  man.op(C1, 'r1', 'read', { upTo: 5 });
  await env.settle();
  expect(await written(C1)).toHaveLength(7);
  man.op(C1, 'r2', 'read', { upTo: 6 });
  await env.settle();
  lin.say(C1, 'l3', '还有别的吗', { serving: 4 });
  await env.settle();
  man.say(C1, 'a2', '没有了');
  await env.settle();
  lin.op(C1, 'c', 'closed', { reason: 'agent' }, { serving: 4 });
  await env.pass(1_000);
  expect(await host.tell(C1, { id: 'ticket:1:2', text: '工单已完成' })).toBe(true);
  expect(await host.tell(C1, { id: 'ticket:1:2', text: '工单已完成' })).toBe(true);
  expect(await host.tell('nobodys-conversation-1', { id: 'x', text: 'x' })).toBe(false);
  expect((await written(C1)).slice(-2)).toEqual(['11 agent closed  agent', '12 house notice 工单已完成']);
  expect(told(seen, start)).toEqual(['-', '5 at 1000', '6 at 2000', '-', '9 at 2000', '-', '12 at 3000']);
  const again = await restart();
  expect(await again.host.unread(C1)).toEqual({ seq: 12, at: start + 3_000 });
});

test('what the house tells answers nobody: the shopper waits on', async () => {
  const { env, shopper, agent, host, written } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 1 });
  await env.settle();
  man.say(C1, 'a1', '盖子合不上');
  await env.pass(30_000);
  await host.tell(C1, { id: 'ticket:1:1', text: '工单 1' });
  await env.pass(31_000);
  expect((await written(C1)).slice(4)).toEqual(['5 house notice 工单 1', '6 house handoff queued']);
});
