import { readContent } from '@xiaoer/core/protocol';
import { expect, it } from 'vitest';
import { type Entry, entriesOf } from '../src/conversation/entries.ts';
import { focusOf, ordersOf, turnsOf } from '../src/side/findings.ts';

const MINUTE = 60_000;
let seq = 0;
const item = (role: 'shopper' | 'bot' | 'agent', kind: string, body: Record<string, unknown>, minute: number) => {
  seq++;
  return {
    key: `k${seq}`,
    id: `e${seq}`,
    seq,
    at: minute * MINUTE,
    from: { role, id: role },
    mine: role === 'agent',
    content: readContent({ kind, body }),
  };
};
const trace = (decision: string) => ({ turn: 1, decision, confidence: 0.5, candidates: [] });

const said = (entry: Entry) => {
  if (entry.is === 'run')
    return `${entry.side} ${entry.from.role} ${entry.items.map(({ content }) => content.kind).join('+')} ${entry.trace?.decision ?? ''}`;
  return entry.is === 'note' ? `note ${entry.text}` : `line ${JSON.stringify(entry.mark)}`;
};

it('makes runs of what one author said, with the trace at the batch it belongs to', () => {
  const items = [
    item('shopper', 'text', { text: 'a' }, 0),
    item('shopper', 'text', { text: 'b' }, 1),
    item('shopper', 'text', { text: 'later' }, 9),
    item('bot', 'text', { text: 'first turn' }, 9),
    item('bot', 'choices', { text: 'which?', options: [{ label: 'x', value: 'x' }] }, 9),
    item('bot', 'trace', trace('clarify'), 9),
    item('bot', 'text', { text: 'second turn' }, 9),
    item('bot', 'trace', trace('answer'), 9),
    item('agent', 'note', { text: 'look' }, 10),
    item('agent', 'text', { text: 'hello' }, 10),
  ];
  expect(entriesOf(items).map(said)).toEqual([
    'shopper shopper text+text ',
    'shopper shopper text ',
    'house bot text+choices clarify',
    'house bot text answer',
    'note look',
    'house agent text ',
  ]);
});

it('says who came and went, and how long somebody waited', () => {
  const agent = { id: 'agent', name: 'Lin' };
  const items = [
    item('shopper', 'handoff', { state: 'requested', reason: 'wish' }, 0),
    item('bot', 'handoff', { state: 'queued', position: 2 }, 0),
    item('agent', 'handoff', { state: 'joined', agent }, 2),
    item('agent', 'handoff', { state: 'returned', reason: 'agent' }, 3),
    item('agent', 'handoff', { state: 'joined', agent }, 4),
    { ...item('bot', 'rating', { state: 'asked' }, 5), answer: '4' },
    item('agent', 'closed', { reason: 'agent' }, 5),
  ];
  expect(
    entriesOf(items).map((entry) =>
      entry.is === 'line' && entry.mark.kind === 'handoff'
        ? `${entry.mark.body.state} after ${entry.mark.waitedMs}`
        : said(entry),
    ),
  ).toEqual([
    'requested after undefined',
    'joined after 120000',
    'returned after undefined',
    'joined after undefined',
    'line {"kind":"rating","score":"4"}',
    'line {"kind":"closed"}',
  ]);
});

it('finds what the side shows: turns, focus and orders', () => {
  const card = (id: string, status: string, placedAt: number) => ({
    id,
    number: id,
    placedAt,
    status,
    lines: [],
    total: { amount: 1, currency: 'CNY' },
  });
  const items = [
    item('shopper', 'text', { text: 'one', about: { product: 'quilt' } }, 0),
    item('bot', 'orders', { items: [card('o1', 'paid', 1), card('o2', 'packed', 2)] }, 0),
    item('bot', 'trace', trace('order'), 0),
    item('shopper', 'text', { text: 'two' }, 1),
    item('shopper', 'text', { text: 'three' }, 1),
    item('bot', 'order', { order: 'o1', card: card('o1', 'shipped', 1) }, 1),
    item('bot', 'handoff', { state: 'requested', reason: 'anger' }, 1),
    item('bot', 'trace', trace('handoff'), 1),
  ];
  expect(turnsOf(items).map((turn) => `${turn.asked}: ${turn.trace.decision} ${turn.handedOver}`)).toEqual([
    'two three: handoff anger',
    'one: order undefined',
  ]);
  expect([focusOf(null, items), focusOf({ product: 'teapot' }, items), focusOf({ title: 'home' }, [])]).toEqual([
    'quilt',
    'teapot',
    undefined,
  ]);
  expect(ordersOf(items).map(({ id, status }) => `${id} ${status}`)).toEqual(['o2 packed', 'o1 shipped']);
});
