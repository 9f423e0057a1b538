// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { expect, it } from 'vitest';
import { drawn, id, NOW, settled, waiting } from './stage.tsx';

const SHOPPER = { role: 'shopper', id: 'visitor-Mei', name: 'Mei' } as const;
const BOT = { role: 'bot', id: 'bot', name: 'Xiaoer' } as const;
const AGENT = { role: 'agent', id: 'agent:lin', name: 'Lin' } as const;

const event = (seq: number, from: ChatEvent['from'], kind: string, body: ChatEvent['body']): ChatEvent => ({
  seq,
  id: `e${seq}`,
  at: NOW - 60_000 + seq,
  from,
  kind,
  body,
});

const turn = (brief: unknown) => [
  event(1, SHOPPER, 'text', { text: 'Where is my refund?' }),
  event(2, BOT, 'handoff', { state: 'requested', reason: 'guard' }),
  event(3, BOT, 'trace', { turn: 1, decision: 'handoff', confidence: 1, candidates: [], state: { brief } }),
];

const BRIEF = { known: ['Order: N1', 'Silk quilt'], replies: ['I am sorry.', 'Three days.', 'Let me check.'] };

async function open(events: readonly ChatEvent[]) {
  const shown = drawn([waiting('Mei', 30)]);
  const receive = (more: readonly ChatEvent[]) =>
    act(async () => {
      for (const one of more) shown.conversation(id('Mei')).receive(one);
    });
  await act(async () => shown.desk.select(id('Mei')));
  await receive(events);
  await settled();
  const offered = () =>
    [...shown.page.container.querySelectorAll('.suggestions button')].map((button) => button.firstChild?.textContent);
  return { ...shown, receive, offered };
}

it('offers the three replies that Xiaoer left, and tells what is known', async () => {
  const { page, offered } = await open(turn(BRIEF));
  expect(offered()).toEqual(BRIEF.replies);
  expect(page.container.querySelector('[aria-labelledby="side-tried"]')?.textContent).toContain(
    'Known: Order: N1, Silk quilt',
  );
});

it('offers none of them once an agent has answered; what is malformed is no summary', async () => {
  const { receive, offered } = await open(turn(BRIEF));
  await receive([event(4, AGENT, 'text', { text: 'Hello' }), event(5, SHOPPER, 'text', { text: 'And?' })]);
  await settled();
  expect(offered()).toEqual([]);
  expect((await open(turn({ replies: [1, null, ''], known: 'x' }))).offered()).toEqual([]);
});

it('where the shop has a person say what Xiaoer drafts, each new question has its draft', async () => {
  const { receive, offered } = await open(turn({ ...BRIEF, drafted: true }));
  await receive([event(4, AGENT, 'text', { text: 'Hello' })]);
  await settled();
  expect(offered()).toEqual([]);
  await receive([event(5, SHOPPER, 'text', { text: 'And how long?' })]);
  await settled();
  expect(offered()).toEqual([`Draft in ${id('Mei')}`]);
});
