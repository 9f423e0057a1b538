import type { InboxRow } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, type Guest, openInn, UNTOLD } from './inn.ts';

const rowOf = (guest: Guest): Partial<InboxRow> =>
  guest.frames.flatMap((frame) => (frame.t === 'signal' && frame.name === 'inbox' ? frame.body.rows : [])).at(-1) ?? {};

test('a promise is a task with a time, kept over hand-backs, quiet days and restarts, until an agent speaks again', async () => {
  const { env, shopper, agent, restart, written } = await openInn({ settings: { ...UNTOLD, idleCloseMs: 3_600_000 } });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '盖子合不上');
  await env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.settle();
  lin.say(C1, 'l1', '查到后给您回复', { serving: 4 });
  const due = env.now() + 900_000;
  lin.op(C1, 'n', 'note', { text: '已承诺', due });
  await env.pass(1_000);
  const promise = { due, by: { id: 'lin', name: 'lin' } };
  expect(rowOf(lin).promise).toEqual(promise);
  lin.op(C1, 'r', 'handoff', { state: 'returned' }, { serving: 4 });
  man.say(C1, 'a2', '好');
  await env.pass(7_200_000);
  const again = await restart();
  await env.pass(1_000);
  const tang = await again.agent('tang');
  expect(rowOf(tang)).toMatchObject({ mode: 'bot', promise });
  const serving = rowOf(tang).serving ?? 0;
  tang.op(C1, 'j2', 'handoff', { state: 'joined' }, { serving });
  await env.settle();
  tang.say(C1, 't1', '给您换一个', { serving: (await written(C1)).length });
  await env.pass(1_000);
  expect([rowOf(tang).mode, rowOf(tang).promise]).toEqual(['agent', undefined]);
});
