// @vitest-environment happy-dom
import type { ChatEvent } from '@xiaoer/core/protocol';
import { expect, it } from 'vitest';
import { ME } from './fake-client.ts';
import { id, NOW, stage, waiting } from './stage.tsx';

const requested = (seq: number): ChatEvent => ({
  seq,
  id: `e${seq}`,
  at: NOW - 58_000,
  from: { role: 'shopper', id: 'visitor-Mei', name: 'Mei' },
  kind: 'handoff',
  body: { state: 'requested', reason: 'wish' },
});

/** The host writes who joined; the fake house does it here. */
function open() {
  const staged = stage([waiting('Mei', 58)]);
  staged.desk.select(id('Mei'));
  const conversation = staged.conversation(id('Mei'));
  conversation.receive(requested(7));
  return { ...staged, talk: conversation };
}

it('names the serving state in every change of who speaks', async () => {
  const { desk, house, talk } = open();
  const done = [await desk.actions.take(talk), await desk.actions.handBack(talk)];
  talk.receive(requested(10));
  done.push(await desk.actions.take(talk), await desk.actions.close(talk));
  expect(done).toEqual([true, true, true, true]);
  expect(house.ops.map(({ kind, body, serving }) => `${kind} ${body['state'] ?? ''} on ${serving}`)).toEqual([
    'handoff joined on 7',
    'handoff returned on 8',
    'handoff joined on 10',
    'closed  on 11',
  ]);
});

it('takes a conversation before it answers in it, and answers upon the state that this made', async () => {
  const { desk, house, talk } = open();
  desk.drafts.set(talk.id, 'reply', 'Hello Mei');
  await desk.actions.reply(talk, 'Hello Mei');
  expect(house.ops.map(({ kind, serving }) => `${kind} on ${serving}`)).toEqual(['handoff on 7', 'text on 8']);
  expect(desk.drafts.get(talk.id, 'reply')).toBe('');
});

it('does not take twice while the first is unanswered', async () => {
  const { desk, house, talk } = open();
  house.judge = () => 'wait';
  const first = desk.actions.take(talk);
  expect(await desk.actions.take(talk)).toBe(false);
  house.settle.get('op-1')?.('ok');
  expect(await first).toBe(true);
  expect(house.ops.length).toBe(1);
  expect(desk.actions.busy.value.size).toBe(0);
});

it('sends what was written while the take was unanswered, once, as soon as it is answered', async () => {
  const { desk, house, talk } = open();
  house.judge = ({ kind }) => (kind === 'handoff' ? 'wait' : 'ok');
  desk.drafts.set(talk.id, 'reply', 'Hello Mei');
  const taken = desk.actions.take(talk);
  const answered = desk.actions.reply(talk, 'Hello Mei');
  expect(await desk.actions.reply(talk, 'Hello Mei')).toBe(false);
  house.settle.get('op-1')?.('ok');
  expect([await taken, await answered]).toEqual([true, true]);
  expect(house.ops.map(({ kind, serving }) => `${kind} on ${serving}`)).toEqual(['handoff on 7', 'text on 8']);
  expect(desk.drafts.get(talk.id, 'reply')).toBe('');
});

it('keeps what was written while a take was unanswered that is then refused', async () => {
  const { desk, house, talk } = open();
  house.judge = () => 'wait';
  desk.drafts.set(talk.id, 'reply', 'Hello Mei');
  const taken = desk.actions.take(talk);
  const answered = desk.actions.reply(talk, 'Hello Mei');
  await Promise.resolve();
  house.settle.get('op-1')?.({ refuse: 'capacity' });
  expect([await taken, await answered]).toEqual([false, false]);
  expect(desk.drafts.get(talk.id, 'reply')).toBe('Hello Mei');
});

it('goes on reading a conversation while its answer is under way, then leaves it', async () => {
  const { desk, house, talk } = open();
  house.judge = () => 'wait';
  const taken = desk.actions.take(talk);
  desk.selected.value = null;
  const before = house.signals.filter((line) => line.endsWith('leave')).length;
  await Promise.resolve();
  house.settle.get('op-1')?.({ refuse: 'capacity' });
  expect(await taken).toBe(false);
  expect([before, house.signals.filter((line) => line.endsWith('leave')).length]).toEqual([0, 1]);
  expect(desk.actions.refusal.value).toEqual({ conversation: id('Mei'), code: 'capacity' });
  expect(ME.role).toBe('agent');
});
