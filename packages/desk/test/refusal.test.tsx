// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { drawn, held, id, press, settled, type } from './stage.tsx';

const joined = (seq: number) =>
  ({
    seq,
    id: `e${seq}`,
    at: 1,
    from: { role: 'agent', id: 'agent-linyue', name: 'Lin Yue' },
    kind: 'handoff',
    body: { state: 'joined', agent: { id: 'agent-linyue', name: 'Lin Yue' } },
  }) as const;

async function open() {
  const shown = drawn([held('Mei'), held('He')]);
  for (const name of ['Mei', 'He']) shown.conversation(id(name)).receive(joined(4));
  await act(async () => shown.desk.select(id('Mei')));
  await settled();
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
  return { ...shown, field };
}

it('gives refused words back to the field, above what was written since, and says why', async () => {
  const { house, field, desk } = await open();
  house.judge = () => 'wait';
  await type(field(), 'A new one goes out tonight');
  await press('Enter', {}, field());
  expect(field().value).toBe('');
  await type(field(), 'and you keep the old');
  await act(async () => house.settle.get('op-1')?.({ refuse: 'serving-changed' }));
  await settled();
  expect(field().value).toBe('A new one goes out tonight\nand you keep the old');
  expect(screen.getByRole('alert').textContent).toMatch(/^Somebody else has this conversation now/);
  expect(house.signals).toContain('discard op-1');
  expect(desk.opened.current.value?.messages.value.some(({ status }) => status === 'failed')).toBe(false);
});

it('reads the conversation anew after it changed hands unseen', async () => {
  const { house, desk } = await open();
  house.judge = () => ({ refuse: 'serving-changed' });
  const talk = desk.opened.current.value;
  if (!talk) throw new Error('nothing is open');
  house.signals.length = 0;
  await act(async () => void (await desk.actions.handBack(talk)));
  expect(house.signals).toEqual([
    'discard op-1',
    `${id('Mei')} leave`,
    `${id('Mei')} watch`,
    ...house.signals.slice(3),
  ]);
});

it('keeps the words in the field when the outbox takes no more', async () => {
  const { house, field } = await open();
  house.rejectSend = 'outbox-full';
  await type(field(), 'Hello');
  await press('Enter', {}, field());
  expect(field().value).toBe('Hello');
  expect(screen.getByRole('alert').textContent).toMatch(/^Too much is waiting/);
});

it('keeps a draft with its conversation and mode, over a reload too', async () => {
  const { desk, field, storage } = await open();
  await type(field(), 'for Mei');
  await act(async () => desk.select(id('He')));
  await settled();
  const seen = [field().value];
  await type(field(), 'for He');
  await act(async () => {
    desk.mode.value = 'note';
  });
  seen.push(field().value);
  await act(async () => desk.select(id('Mei')));
  await settled();
  seen.push(field().value);
  expect(seen).toEqual(['', '', 'for Mei']);
  expect(JSON.parse(storage.kept.get('xiaoer-desk-drafts:agent-linyue') ?? '')).toEqual({
    [`reply:${id('Mei')}`]: 'for Mei',
    [`reply:${id('He')}`]: 'for He',
  });
});
