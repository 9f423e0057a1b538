import type { ChatEvent, Role } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { entriesOf, keepEntries } from '../src/conversation/entries.ts';
import { momentsOf, waitingAt } from '../src/quality/moments-of.ts';

const SECOND = 1_000;
type Line = readonly [after: number, role: Role, kindOrText: string, body?: Record<string, unknown>];

function eventsOf(lines: readonly Line[]): readonly ChatEvent[] {
  let at = 1_000_000;
  return lines.map(([after, role, what, body], n) => {
    at += after;
    return {
      seq: n + 1,
      id: `e${n}`,
      at,
      from: { role, id: role },
      kind: body ? what : 'text',
      body: body ?? { text: what },
    };
  });
}

const trace = { turn: 1, decision: 'answer', confidence: 0.9, candidates: [] };
const TALK = eventsOf([
  [0, 'shopper', 'how much is shipping'],
  [2 * SECOND, 'bot', 'free from ¥199'],
  [0, 'bot', 'trace', trace],
  [5 * SECOND, 'shopper', 'human please'],
  [1 * SECOND, 'bot', 'I am asking for a person'],
  [0, 'bot', 'handoff', { state: 'requested', reason: 'wish' }],
  [0, 'system', 'handoff', { state: 'queued', position: 1 }],
  [40 * SECOND, 'agent', 'handoff', { state: 'joined', agent: { id: 'agent', name: 'Lin' } }],
  // That somebody has read is no answer, and no question.
  [0, 'agent', 'read', { upTo: 7 }],
  [20 * SECOND, 'agent', 'hello'],
  [600 * SECOND, 'shopper', 'are you there'],
  [30 * SECOND, 'agent', 'yes'],
  [10 * SECOND, 'agent', 'closed', { reason: 'agent' }],
]);
const session = { k: 0, start: TALK[0]?.at ?? 0, last: 0, agents: ['agent'], hits: [{ rule: 'slow', seq: 11 }] };

test('a conversation as moments: real gaps, waits where they end, findings at their line, the trace with the words', () => {
  const moments = momentsOf({ events: TALK, sessions: [session] });
  expect(moments.map((one) => [one.seq, one.at / SECOND, one.gapMs / SECOND, (one.waitedMs ?? 0) / SECOND])).toEqual([
    [1, 0, 0, 0],
    [2, 2, 2, 2],
    [4, 7, 5, 0],
    // Words of Xiaoer end no wait for a person.
    [5, 8, 1, 1],
    [6, 8, 0, 0],
    [8, 48, 40, 0],
    [10, 68, 20, 60],
    [11, 668, 600, 0],
    [12, 698, 30, 30],
    [13, 708, 10, 0],
  ]);
  expect(moments.filter(({ findings }) => findings.length > 0).map(({ seq }) => seq)).toEqual([11]);
  expect(moments.filter((one) => one.trace).map(({ seq }) => seq)).toEqual([2]);
  expect([1, 3, 30, 67, 100, 680].map((at) => waitingAt(moments, at * SECOND))).toEqual([
    1 * SECOND,
    undefined,
    22 * SECOND,
    59 * SECOND,
    undefined,
    12 * SECOND,
  ]);
});

test('a clock that was put back makes no moment before another', () => {
  const moments = momentsOf({
    events: eventsOf([
      [0, 'shopper', 'a'],
      [-5_000, 'bot', 'b'],
      [9_000, 'shopper', 'c'],
    ]),
    sessions: [],
  });
  expect(moments.map(({ at }) => at)).toEqual([0, 0, 4_000]);
});

test('entries that say the same stay the same objects when a message more comes', () => {
  const items = momentsOf({ events: TALK, sessions: [] }).map(({ item }) => item);
  const before = entriesOf(items.slice(0, -2));
  const after = keepEntries(before, entriesOf(items));
  const kept = before.filter((entry, n) => after[n] === entry).length;
  expect(kept).toBe(before.length);
  expect(after.length).toBeGreaterThan(before.length);
  const changed = items.map((item, n) => (n === 0 ? { ...item, retracted: true } : item));
  expect(keepEntries(before, entriesOf(changed))[0]).not.toBe(before[0]);
});
