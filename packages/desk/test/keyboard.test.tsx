// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { drawn, held, id, press, row, settled, type, waiting } from './stage.tsx';

it('walks, takes and asks before it closes', async () => {
  const { desk, house } = drawn([waiting('a', 5, { serving: 0 }), held('b'), row('c')]);
  const seen: (string | null)[] = [];
  for (const key of ['j', 'j', 'ArrowDown', 'k', 'ArrowUp']) {
    await press(key);
    seen.push(desk.selected.value);
  }
  expect(seen).toEqual([id('a'), id('b'), id('c'), id('b'), id('a')]);
  await press('t');
  await press('e');
  expect(house.ops.map(({ kind }) => kind)).toEqual(['handoff']);
  await act(async () => screen.getByRole('button', { name: 'Close it' }).click());
  await settled();
  expect(house.ops.map(({ kind }) => kind)).toEqual(['handoff', 'closed']);
});

it('gives the focus to the field on R and back to the list on Escape', async () => {
  drawn([held('b')]);
  await press('j');
  await press('r');
  expect(document.activeElement?.id).toBe('composer');
  await press('Escape', {}, screen.getByRole('textbox'));
  expect(document.activeElement?.className).toBe('row chosen');
});

it('does nothing in fields, with modifiers and while composing', async () => {
  const { desk, house } = drawn([waiting('a', 5), held('b')]);
  await press('j');
  const field = screen.getByRole('textbox');
  const taken = [
    await press('t', {}, field),
    await press('j', {}, field),
    await press('t', { ctrlKey: true }),
    await press('t', { altKey: true }),
    await press('t', { metaKey: true }),
    await press('T', { shiftKey: true }),
    await press('t', { isComposing: true }),
    await press('t', { keyCode: 229 }),
  ];
  expect(taken).toEqual(taken.map(() => false));
  expect([desk.selected.value, house.ops.length]).toEqual([id('a'), 0]);
});

it('sends on Enter only, neither on Shift+Enter nor while an input method composes', async () => {
  const { house, conversation } = drawn([held('b')]);
  conversation(id('b')).receive({
    seq: 4,
    id: 'e4',
    at: 1,
    from: { role: 'agent', id: 'agent-linyue' },
    kind: 'handoff',
    body: { state: 'joined', agent: { id: 'agent-linyue', name: 'Lin Yue' } },
  });
  await press('j');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await type(field, 'ni hao');
  await press('Enter', { isComposing: true }, field);
  await press('Enter', { keyCode: 229 }, field);
  await press('Enter', { shiftKey: true }, field);
  expect(house.ops).toEqual([]);
  await press('Enter', {}, field);
  expect(house.ops.map(({ kind, body }) => `${kind} ${body['text']}`)).toEqual(['text ni hao']);
});

it('lists every key on the question mark, also on a Chinese keyboard', async () => {
  drawn([]);
  await press('？', { shiftKey: true });
  expect(screen.getByRole('dialog').textContent).toContain('Hand back to Xiaoer');
});
