// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { promiseIn } from '../src/replies/promise-in.ts';
import { drawn, held, id, NOW, press, row, settled, silence, type } from './stage.tsx';

const JOINED = {
  seq: 4,
  id: 'e4',
  at: NOW,
  from: { role: 'agent', id: 'agent-linyue', name: 'Lin Yue' },
  kind: 'handoff',
  body: { state: 'joined', agent: { id: 'agent-linyue', name: 'Lin Yue' } },
} as const;
const ME = { id: 'agent-linyue', name: 'Lin Yue' };

it('knows a promise from an answer, in both languages', () => {
  const promises = [
    '我去仓库看一下，稍后回复您',
    '查到后马上给您回复',
    '请稍等，我查一下，两分钟内回复您。',
    '核实清楚会有同事联系您',
    'I will get back to you within the hour.',
    'We’ll call you tomorrow.',
    'I’ll let you know as soon as it is here.',
  ];
  const others = [
    '您好，请问有什么可以帮您？',
    '请回复订单号',
    '顾客可以联系快递',
    'Please call us.',
    'You will get the money back.',
    'It will be back in stock on Friday.',
  ];
  expect([promises.filter((text) => !promiseIn(text)), others.filter(promiseIn)]).toEqual([[], []]);
});

it('keeps a promise made in a reply as a note that is due in a quarter of an hour', async () => {
  const { house, conversation } = drawn([held('Mei')]);
  conversation(id('Mei')).receive(JOINED);
  await press('j');
  await press('r');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await type(field, 'I will get back to you.');
  const now = Date.now();
  await press('Enter', {}, field);
  await settled();
  expect(house.ops.map(({ kind, body }) => [kind, body['text']])).toEqual([
    ['text', 'I will get back to you.'],
    ['note', 'Promised: I will get back to you.'],
  ]);
  expect(Math.abs(Number(house.ops[1]?.body['due']) - now - 900_000)).toBeLessThan(1_000);
});

it('makes a note a task by a time that is chosen, once', async () => {
  const { house } = drawn([row('Li')]);
  await press('j');
  await press('n');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: /^Answer promised/ });
  for (const text of ['call back', 'and a plain one']) {
    if (text === 'call back')
      await act(async () => {
        choice.value = '60';
        choice.dispatchEvent(new Event('change', { bubbles: true }));
      });
    await type(field, text);
    await press('Enter', {}, field);
    await settled();
  }
  expect(house.ops.map(({ body }) => [body['text'], body['due'] === undefined])).toEqual([
    ['call back', false],
    ['and a plain one', true],
  ]);
});

it('stands in the list by its time, turns late, and rings once for who promised', async () => {
  const alerts = silence();
  const promise = { due: NOW + 3_000, by: ME };
  const { inbox } = drawn(
    [row('Li', { promise }), row('Wu', { promise: { ...promise, by: { id: 'agent-zhao', name: 'Zhao' } } })],
    { alerts },
  );
  expect(screen.getByRole('heading', { name: /^Promised/ }).textContent).toBe('Promised 2');
  const late = () => document.querySelectorAll('.tag.late').length;
  expect([late(), alerts.heard]).toEqual([0, []]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(5_000)));
  expect([late(), alerts.heard]).toEqual([2, ['Li was promised an answer by now: ', 'ring']]);
  await act(async () => {
    inbox.value = [...inbox.value];
  });
  await act(async () => void (await vi.advanceTimersByTimeAsync(5_000)));
  expect(alerts.heard).toHaveLength(2);
});
