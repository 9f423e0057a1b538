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
    [C1, 'bot', undefined, '有热水吗'],
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

/** A shopper leaves a message with nobody there, the bot thanks, and an agent comes. */
async function leaveMessage() {
  const mood = { valence: -0.5, anger: 0.8, words: ['气'] };
  const trace = { decision: 'soothe', confidence: 1, candidates: [], mood };
  const inn = await openInn({ responder: async () => ({ lines: [{ kind: 'text', body: { text: '收到' } }], trace }) });
  const man = await inn.shopper();
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await inn.env.settle();
  man.op(C1, 'f', 'form', { to: 2, answers: { contact: 'mei@example.com', message: '盖子合不上' } });
  await inn.env.settle();
  const lin = await inn.agent();
  const row = async () => {
    await inn.env.pass(100);
    const { mode, left, last } = inbox(lin).at(-1)?.rows[0] ?? {};
    return `${mode} ${left ? 'left ' : ''}| ${last?.role} ${last?.text}`;
  };
  return { ...inn, man, lin, row };
}

test('a left message stays the line of its row until an agent answers, whatever the bot says to it', async () => {
  const { env, man, lin, row, restart, written } = await leaveMessage();
  const left = '| shopper 盖子合不上 · mei@example.com';
  expect(inbox(lin)[0]?.rows[0]).toMatchObject({ left: true, anger: 0.8 });
  expect(await written(C1)).toHaveLength(5);
  expect(await row()).toBe(`bot left ${left}`);
  man.say(C1, 'a1', '有人吗');
  expect(await row()).toBe(`bot left ${left}`);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 2 });
  expect(await row()).toBe(`agent ${left}`);
  lin.say(C1, 'l1', '盖子给您换一个', { serving: 9 });
  expect(await row()).toBe('agent | agent 盖子给您换一个');
  const again = await restart();
  await env.pass(100);
  expect(inbox(await again.agent())[0]?.rows[0]?.last?.text).toBe('盖子给您换一个');
});

test('an agent who hands back has taken care of the message; one who vanished has not', async () => {
  const back = await leaveMessage();
  back.lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 2 });
  await back.env.settle();
  back.lin.op(C1, 'r', 'handoff', { state: 'returned' }, { serving: 6 });
  expect(await back.row()).toBe(`bot | shopper 盖子合不上 · mei@example.com`);

  const gone = await leaveMessage();
  gone.lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 2 });
  await gone.env.settle();
  gone.lin.cut();
  await gone.env.pass(61_000);
  const [row] = inbox(await gone.agent('tang'))[0]?.rows ?? [];
  expect([row?.mode, row?.left, row?.last?.text]).toEqual(['bot', true, '盖子合不上 · mei@example.com']);
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
