// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { NOW, settle, stage } from './stage.tsx';

const queued = { state: 'queued', position: 3, estimateMs: 240_000 } as const;

test('waiting shows the live place as a figure, bars and minutes', async () => {
  const { item, show } = await stage();
  const waiting = item('system', { kind: 'handoff', body: queued });
  const { container, again } = show(waiting);
  const seen: string[] = [];
  const look = () =>
    seen.push(
      `${container.querySelector('.c-figure')?.textContent ?? '–'} | ${container.querySelector('p')?.textContent} | ${container.querySelectorAll('.c-bars i').length} bars`,
    );
  look();
  again(waiting, { queue: { position: 2, estimateMs: 61_000 } });
  look();
  again(waiting, { queue: { position: 1 } });
  look();
  again(waiting, { queue: { position: 40, estimateMs: 3_600_000 } });
  look();
  expect(seen).toEqual([
    '2 | guests in front of youabout 4 minutes | 3 bars',
    '1 | guest in front of youabout 2 minutes | 2 bars',
    '– | You are next | 1 bars',
    '39 | guests in front of youabout 60 minutes | 7 bars',
  ]);
});

test('in Chinese as well', async () => {
  const { draw } = await stage({ locale: 'zh-CN' });
  const { container } = draw('handoff', queued, { by: 'system' });
  expect(container.querySelector('p')?.textContent).toBe('位客人在您前面大约 4 分钟');
});

test('the way back to the bot is asked for once', async () => {
  const { draw, acts } = await stage({ answer: () => new Promise(() => {}) });
  const { getByRole } = draw('handoff', queued, { by: 'system' });
  const stay = getByRole('button', { name: 'Stay with Xiaoer' });
  fireEvent.click(stay);
  fireEvent.click(stay);
  await settle();
  expect(acts).toEqual(['stay-with-bot']);
  expect(stay.getAttribute('aria-disabled')).toBe('true');
});

test('where it takes long a message can be left, which ends the wait; an agent who is busy is named', async () => {
  const { draw, acts } = await stage();
  const long = { ...queued, leave: true } as const;
  const { container, getByRole, queryByRole } = draw('handoff', long, { by: 'system' });
  fireEvent.input(getByRole('textbox', { name: 'Mail or phone' }), { target: { value: 'mei@example.com' } });
  fireEvent.input(getByRole('textbox', { name: 'Message' }), { target: { value: 'the lid' } });
  fireEvent.click(getByRole('button', { name: 'Leave it' }));
  await settle();
  expect(acts).toHaveLength(2);
  expect(acts[1]).toBe('stay-with-bot');
  expect(container.textContent).toContain('Message left');
  expect(queryByRole('button')).toBeNull();

  const other = await stage({ locale: 'zh-CN' });
  const busy = { state: 'queued', leave: true, agent: { id: 'lin', name: '林悦' } } as const;
  const card = other.draw('handoff', busy, { by: 'system' });
  expect(card.container.textContent).toContain('林悦暂时还不能回复');
  expect(card.queryByRole('button', { name: '继续问小二' })).toBeNull();
});

test('in history nobody seems to be waiting', async () => {
  const seen: (string | null)[] = [];
  for (const body of [
    { state: 'requested' },
    queued,
    { state: 'joined', agent: { id: 'lin', name: 'Lin Yue' } },
    { state: 'returned' },
    { state: 'returned', reason: 'timeout' },
    { state: 'declined' },
  ] as const) {
    const { draw } = await stage({ latest: false });
    const { container, queryByRole } = draw('handoff', body, { by: 'system' });
    expect(queryByRole('button')).toBeNull();
    seen.push(container.textContent);
  }
  expect(seen).toEqual([
    'A person was asked for',
    'Waited for a person',
    'Lin Yue joined',
    'Xiaoer is answering again',
    'Nobody was free in time. Sorry. Xiaoer is answering again',
    'Nobody is at the counter just now',
  ]);
});

test('an agent who joins is named', async () => {
  const { draw } = await stage();
  const { container } = draw('handoff', { state: 'joined', agent: { id: 'lin', name: 'Lin Yue' } }, { by: 'agent' });
  expect(container.textContent).toBe('LLin Yue is hereHas read what you wrote');
});

test('nobody there: a message is left as the answer to that event', async () => {
  const { draw, acts } = await stage();
  const { getByRole, container } = draw(
    'handoff',
    { state: 'declined', opensAt: NOW + 86_400_000 },
    { by: 'system', seq: 7 },
  );
  expect(getByRole('article', { name: /^The counter is closed until Nov 21/ })).toBeTruthy();
  fireEvent.click(getByRole('button', { name: 'Leave it' }));
  await settle();
  expect([...container.querySelectorAll('.c-field .c-refusal')].map((line) => line.textContent)).toEqual([
    'Please fill this in',
    'Please fill this in',
  ]);
  fireEvent.input(getByRole('textbox', { name: 'Mail or phone' }), { target: { value: 'mei@example.com' } });
  fireEvent.input(getByRole('textbox', { name: 'Message' }), { target: { value: 'The lid does not close' } });
  fireEvent.click(getByRole('button', { name: 'Leave it' }));
  await settle();
  expect(acts).toEqual([
    'send form {"to":7,"answers":{"contact":"mei@example.com","message":"The lid does not close"}}',
  ]);
  expect(container.textContent).toBe('Message leftThe answer comes here and to mei@example.com.');
});

test('a message that was left stays marked after the page was loaded again', async () => {
  const { draw } = await stage();
  const { container } = draw('handoff', { state: 'declined' }, { by: 'system', answer: 'sent' });
  expect(container.textContent).toBe('Message left');
});
