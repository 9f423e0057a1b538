import { BOT, eventOf, SHOPPER } from '@xiaoer/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatEvent, Participant } from '../src/protocol/index.ts';
import { EMPTY_VIEW, foldView } from '../src/view/conversation-view.ts';
import { foldInbox } from '../src/view/fold-inbox.ts';
import type { Reader } from '../src/view/reader.ts';

const shopper: Reader = { role: 'shopper' };
const agent: Reader = { role: 'agent', id: 'agent:li' };
const AGENT: Participant = { role: 'agent', id: 'agent:li', name: 'Li' };
const SYSTEM: Participant = { role: 'system', id: 'house' };

const kinds = (events: readonly ChatEvent[], reader: Reader) =>
  foldView(EMPTY_VIEW, events, reader).rows.map(({ content, answer, retracted }) =>
    [content.kind, answer !== undefined && `answer=${answer}`, retracted && 'retracted'].filter(Boolean).join(' '),
  );

test('marks are no rows; events of the house are rows of agents only', () => {
  const events = [
    eventOf(1, SHOPPER, 'hi'),
    eventOf(2, SHOPPER, { upTo: 1 }, 'e2', 'read'),
    eventOf(3, BOT, { turn: 1, decision: 'answer', confidence: 1, candidates: [] }, 'e3', 'trace'),
    eventOf(4, AGENT, { text: 'note' }, 'e4', 'note'),
    eventOf(5, SYSTEM, {}, 'e5', 'hidden'),
    eventOf(6, SYSTEM, { state: 'asked' }, 'e6', 'rating'),
    eventOf(7, SHOPPER, { state: 'given', score: 4 }, 'e7', 'rating'),
    eventOf(8, SYSTEM, { text: 'closing soon' }, 'e8', 'notice'),
    eventOf(9, AGENT, {}, 'e9', 'closed'),
    eventOf(10, BOT, { shape: 1 }, 'e10', 'hologram'),
  ];
  const seen = ['rating answer=4', 'notice', 'closed', 'hologram'];
  expect(kinds(events, shopper)).toEqual(['text', ...seen]);
  expect(kinds(events, agent)).toEqual(['text', 'trace', 'note', ...seen]);
});

test('a card shows the button that was pressed, or that other words came', () => {
  const card = (seq: number) =>
    eventOf(seq, BOT, { text: 'which?', options: [{ label: 'A', value: 'a' }] }, `e${seq}`, 'choices');
  const declined = eventOf(3, SYSTEM, { state: 'declined' }, 'e3', 'handoff');
  expect(kinds([card(1), eventOf(2, SHOPPER, { text: 'A', reply: { to: 1, value: 'a' } }), card(3)], shopper)).toEqual([
    'choices answer=a',
    'text',
    'choices',
  ]);
  expect(kinds([card(1), card(2), eventOf(3, SHOPPER, 'neither')], shopper)).toEqual([
    'choices answer=',
    'choices answer=',
    'text',
  ]);
  expect(
    kinds(
      [card(1), card(2), declined, eventOf(4, SHOPPER, { to: 3, answers: { message: 'call' } }, 'e4', 'form')],
      shopper,
    ),
  ).toEqual(['choices', 'choices', 'handoff answer=sent', 'form']);
  expect(kinds([card(1), eventOf(2, BOT, 'or so'), eventOf(3, AGENT, 'hm')], shopper)).toEqual([
    'choices',
    'text',
    'text',
  ]);
});

test('only its author takes a message back', () => {
  const events = [
    eventOf(1, SHOPPER, 'mine'),
    eventOf(2, BOT, 'theirs'),
    eventOf(3, SHOPPER, { target: 1 }, 'e3', 'retracted'),
    eventOf(4, SHOPPER, { target: 2 }, 'e4', 'retracted'),
  ];
  expect(kinds(events, shopper)).toEqual(['unknown retracted', 'text']);
});

test('rows that an event does not touch stay the same objects', () => {
  const before = foldView(
    EMPTY_VIEW,
    [1, 2, 3].map((seq) => eventOf(seq, BOT, `m${seq}`)),
    shopper,
  );
  const after = foldView(before, [eventOf(4, BOT, 'm4')], shopper);
  expect(after.rows.slice(0, 3).every((row, n) => row === before.rows[n])).toBe(true);
});

test('a view folded event by event is the view folded at once', () => {
  const author = fc.constantFrom(SHOPPER, BOT, AGENT, SYSTEM);
  const body = fc.oneof(
    fc.record({ kind: fc.constant('text'), body: fc.record({ text: fc.string({ minLength: 1, maxLength: 9 }) }) }),
    fc.record({
      kind: fc.constant('text'),
      body: fc.record({
        text: fc.constant('x'),
        reply: fc.record({ to: fc.integer({ min: 1, max: 30 }), value: fc.string() }),
      }),
    }),
    fc.record({
      kind: fc.constant('choices'),
      body: fc.constant({ text: '?', options: [{ label: 'A', value: 'a' }] }),
    }),
    fc.record({ kind: fc.constant('read'), body: fc.record({ upTo: fc.integer({ min: 1, max: 30 }) }) }),
    fc.record({ kind: fc.constant('retracted'), body: fc.record({ target: fc.integer({ min: 1, max: 30 }) }) }),
    fc.record({ kind: fc.constant('rating'), body: fc.record({ state: fc.constantFrom('asked', 'given') }) }),
    fc.record({
      kind: fc.constant('handoff'),
      body: fc.record({ state: fc.constantFrom('requested', 'joined', 'returned') }),
    }),
    fc.record({ kind: fc.constant('odd'), body: fc.constant({}) }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(author, body), { maxLength: 30 }),
      fc.constantFrom(shopper, agent),
      (said, reader) => {
        const events = said.map(([from, { kind, body }], n) => eventOf(n + 1, from, body, `e${n + 1}`, kind));
        const once = foldView(EMPTY_VIEW, events, reader);
        const stepwise = events.reduce((view, event) => foldView(view, [event], reader), EMPTY_VIEW);
        expect(stepwise).toEqual(once);
        expect(once.rows.every((row, n) => n === 0 || (row.seq ?? 0) > (once.rows[n - 1]?.seq ?? 0))).toBe(true);
      },
    ),
    { seed: 42, numRuns: 200 },
  );
});

test('the inbox keeps its order, takes changes in place, and starts anew when told all', () => {
  const row = (conversation: string, head = 1) =>
    ({ conversation, mode: 'bot', serving: 0, head, shopper: SHOPPER }) as const;
  const rows = foldInbox([row('a'), row('b')], { rows: [row('b', 5), row('c')], gone: ['a'] });
  expect(rows.map(({ conversation, head }) => `${conversation}${head}`)).toEqual(['b5', 'c1']);
  expect(foldInbox(rows, { rows: [row('d')], gone: [], all: true })).toEqual([row('d')]);
});
