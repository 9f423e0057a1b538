import type { InboxSignal } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, C2, Guest, openInn } from './inn.ts';

const inbox = (guest: Guest): InboxSignal[] =>
  guest.frames.flatMap((frame) => (frame.t === 'signal' && frame.name === 'inbox' ? [frame.body] : []));

test('an agent who arrives gets every open conversation, then only what changes, several at a time', async () => {
  const { env, host, shopper } = await openInn();
  const [man, wife] = [await shopper('man'), await shopper('wife')];
  man.say(C1, 'a1', '有热水吗');
  wife.say(C2, 'b1', '找人');
  await env.settle();
  const lin = new Guest(host, 'agent', { role: 'agent', id: 'lin', name: 'lin' });
  lin.hello();
  await env.settle();
  const all = inbox(lin)[0];
  expect(all?.all).toBe(true);
  expect(all?.rows.map(({ conversation, mode, left, last }) => [conversation, mode, left, last?.text])).toEqual([
    [C1, 'bot', undefined, '答：有热水吗'],
    [C2, 'bot', undefined, '找人'],
  ]);
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await env.pass(1_000);
  man.say(C1, 'a2', '在吗');
  man.say(C1, 'a3', '喂');
  await env.pass(1_000);
  const changes = inbox(lin).slice(1);
  expect(changes.at(-1)?.rows).toEqual([
    {
      conversation: C1,
      mode: 'queued',
      serving: 4,
      head: 7,
      shopper: { role: 'shopper', id: 'man' },
      reason: 'wish',
      requestedAt: env.now() - 2_000,
      position: 1,
      waitingSince: env.now() - 1_000,
      last: { at: env.now() - 1_000, role: 'shopper', text: '喂' },
    },
  ]);
  expect(changes.filter(({ rows }) => rows.some(({ head }) => head > 5))).toHaveLength(1);
});

test('a conversation that is closed leaves the inbox', async () => {
  const { env, shopper, agent } = await openInn();
  (await shopper()).say(C1, 'a1', '一');
  const lin = await agent();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.settle();
  lin.op(C1, 'c', 'closed', {}, { serving: 4 });
  await env.pass(100);
  expect(inbox(lin).at(-1)).toEqual({ rows: [], gone: [C1] });
});

test('a left message, the mood and the holder are told; the message is taken up when an agent joins', async () => {
  const mood = { valence: -0.5, anger: 0.8, words: ['气'] };
  const trace = { decision: 'soothe', confidence: 1, candidates: [], mood };
  const { env, shopper, agent } = await openInn({ responder: async () => ({ lines: [], trace }) });
  const man = await shopper();
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await env.settle();
  man.op(C1, 'f', 'form', { to: 2, answers: { message: '回我' } });
  await env.settle();
  const lin = await agent();
  expect(inbox(lin)[0]?.rows[0]).toMatchObject({
    mode: 'bot',
    left: true,
    anger: 0.8,
    last: { text: 'message: 回我' },
  });
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 2 });
  await env.pass(100);
  const row = inbox(lin).at(-1)?.rows[0];
  expect([row?.mode, row?.left, row?.agent]).toEqual(['agent', undefined, { id: 'lin', name: 'lin' }]);
});

test('a form that answers something else is no left message', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.op(C1, 'f', 'form', { to: 2, answers: { size: 'XL' } });
  await env.settle();
  expect(inbox(await agent())[0]?.rows[0]?.left).toBeUndefined();
});

test('shoppers hear nothing of the inbox, and of the desk only how many are there', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.since();
  const lin = await agent();
  await env.pass(300);
  expect(man.since()).toEqual(['signal presence {"agents":1}']);
  lin.cut();
  await env.pass(300);
  expect(man.since()).toEqual(['signal presence {"agents":0}']);
});
