// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { drawn, held, id, settled, type } from './stage.tsx';

const JOINED = {
  seq: 4,
  id: 'e4',
  at: 1,
  from: { role: 'agent', id: 'agent-linyue', name: 'Lin Yue' },
  kind: 'handoff',
  body: { state: 'joined', agent: { id: 'agent-linyue', name: 'Lin Yue' } },
} as const;

it('speaks the chosen language everywhere, in the document too', async () => {
  drawn([held('Mei')]);
  const seen = [`${document.documentElement.lang} ${screen.getByRole('heading', { level: 1 }).textContent}`];
  await act(async () => screen.getByRole('button', { name: '中文' }).click());
  await settled();
  seen.push(`${document.documentElement.lang} ${screen.getByRole('heading', { level: 1 }).textContent}`);
  expect(seen).toEqual(['en Inbox', 'zh-CN 会话']);
});

it('says how to get in, in place of everything, to somebody without a key', async () => {
  const { desk, page } = drawn([held('Mei')]);
  await act(async () => {
    desk.locked.value = true;
  });
  expect(page.container.textContent).toContain('npm run agent -- add NAME');
  expect(screen.queryByRole('navigation')).toBeNull();
});

it('tells the shopper that the agent writes, for replies only', async () => {
  const { desk, house, conversation } = drawn([held('Mei')]);
  conversation(id('Mei')).receive(JOINED);
  await act(async () => desk.select(id('Mei')));
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  house.signals.length = 0;
  await type(field, 'H');
  await type(field, '');
  await act(async () => {
    desk.mode.value = 'note';
  });
  await type(field, 'for colleagues');
  expect(house.signals).toEqual([`${id('Mei')} typing true`, `${id('Mei')} typing false`]);
});

it('marks as read only what this agent holds', async () => {
  const { desk, house, conversation } = drawn([held('Mei'), held('He', { agent: { id: 'agent-zhao', name: 'Zhao' } })]);
  conversation(id('Mei')).receive(JOINED);
  for (const name of ['He', 'Mei']) {
    await act(async () => desk.select(id(name)));
    await settled();
  }
  expect(house.signals.filter((line) => line.endsWith(' read'))).toEqual([`${id('Mei')} read`]);
});

it('shows unread words of the shopper until they are looked at', async () => {
  const last = { at: 1, role: 'shopper', text: 'hello?' };
  const { desk, page, inbox } = drawn([held('Mei', { last }), held('He', { last, head: 7 })]);
  const dots = () => [...page.container.querySelectorAll('.row')].map((row) => row.querySelector('.unread') !== null);
  const seen = [dots()];
  await act(async () => desk.select(id('Mei')));
  seen.push(dots());
  await act(async () => desk.select(id('He')));
  await act(async () => {
    inbox.value = inbox.value.map((row) => (row.conversation === id('Mei') ? { ...row, head: 9 } : row));
  });
  seen.push(dots());
  expect(seen).toEqual([
    [true, true],
    [false, true],
    [true, false],
  ]);
});
