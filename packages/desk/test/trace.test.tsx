// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
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

const TURN = [
  event(1, SHOPPER, 'text', { text: 'The teapot is chipped', about: { product: 'teapot' } }),
  event(2, BOT, 'text', { text: 'That should not happen.' }),
  event(3, BOT, 'handoff', { state: 'requested', reason: 'failures' }),
  event(4, BOT, 'trace', {
    turn: 1,
    decision: 'handoff',
    confidence: 0.31,
    understood: ['damage on arrival', 'upset'],
    candidates: [
      { kind: 'flow', id: 'return', label: 'Return for damage', score: 0.64, used: true },
      { kind: 'answer', id: '88', label: 'Chipped spout, answer 88', score: 0.31, used: false },
    ],
    mood: { valence: -0.6, anger: 0.2, words: ['chipped'] },
    ms: 0.61,
  }),
];

async function open() {
  const shown = drawn([waiting('Mei', 30)]);
  await act(async () => shown.desk.select(id('Mei')));
  await act(async () => {
    for (const one of TURN) shown.conversation(id('Mei')).receive(one);
  });
  await settled();
  return shown;
}

it('shows score and reason at the reply they belong to', async () => {
  const { page } = await open();
  const runs = [...page.container.querySelectorAll('.run')].map(
    (run) => `${run.className}: ${run.querySelector('.trace-chip')?.textContent ?? 'no chip'}`,
  );
  expect(runs).toEqual(['run shopper shopper: no chip', 'run house bot: 0.31, asked for a person']);
});

it('shows what was understood, weighed and decided, and why a person was called', async () => {
  const { page } = await open();
  const side = page.container.querySelector('[aria-labelledby="side-tried"]');
  const rows = [...(side?.querySelectorAll('.candidate') ?? [])].map(
    (row) => `${row.textContent} bar ${row.querySelector('.bar-share')?.getAttribute('width')}`,
  );
  expect(rows).toEqual(['used: Return for damage0.64 bar 28.2', 'not used: Chipped spout, answer 880.31 bar 13.6']);
  expect([...(side?.querySelectorAll(':scope > p') ?? [])].map((p) => p.textContent)).toEqual([
    'Asked: The teapot is chipped',
    'Understood: damage on arrival, upset',
    'Decided: asked for a person, sure to 0.31',
    'Handed over: no sure answer, twice in a row',
  ]);
});

it('shows the mood in words and the product that the newest message was about', async () => {
  const { page } = await open();
  const text = (name: string) => page.container.querySelector(`[aria-labelledby="side-${name}"]`)?.textContent;
  expect(text('mood')).toBe('MoodupsetWords: chipped');
  expect(text('looking')).toContain('Clay teapot, 280 ml');
});
