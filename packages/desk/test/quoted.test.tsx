// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import type { TimelineItem } from '@xiaoer/core';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { expect, it } from 'vitest';
import { drawn, id, NOW, settled, waiting } from './stage.tsx';

const SHOPPER = { role: 'shopper', id: 'visitor-Mei', name: 'Mei' } as const;
const BOT = { role: 'bot', id: 'bot', name: 'Xiaoer' } as const;

const event = (seq: number, from: ChatEvent['from'], kind: string, body: ChatEvent['body']): ChatEvent => ({
  seq,
  id: `e${seq}`,
  at: NOW - 60_000 + seq,
  from,
  kind,
  body,
});

it('shows what a message answers, and why a reply broke off', async () => {
  const { page, desk, conversation } = drawn([waiting('Mei', 30)]);
  await act(async () => desk.select(id('Mei')));
  await act(async () => {
    for (const one of [
      event(1, BOT, 'text', { text: 'It is made of wool.' }),
      event(2, SHOPPER, 'text', { text: 'All of it?', quote: 1 }),
      event(3, SHOPPER, 'text', { text: 'And that?', quote: 900 }),
      event(4, BOT, 'text', { text: 'The cover is' }),
    ])
      conversation(id('Mei')).receive(one);
    const { messages } = conversation(id('Mei')) as unknown as { messages: { value: readonly TimelineItem[] } };
    messages.value = messages.value.map((row) => (row.seq === 4 ? { ...row, cut: 'silent' } : row));
  });
  await settled();
  const said = [...page.container.querySelectorAll('.said')].map((row) => [
    row.querySelector('.quoted')?.textContent ?? '',
    row.querySelector('.c-text')?.textContent ?? '',
    row.querySelector('.delivery')?.textContent ?? '',
  ]);
  expect(said).toEqual([
    ['', 'It is made of wool.', ''],
    ['XiaoerIt is made of wool.', 'All of it?', ''],
    ['An earlier message', 'And that?', ''],
    ['', 'The cover is', 'Broke off: nothing came for a minute'],
  ]);
});
