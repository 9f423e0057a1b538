import type { ChatEvent, Role } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { type BoardContext, boardOf } from '../src/numbers/board.ts';
import { daysOf } from '../src/numbers/days-of.ts';
import type { Session } from '../src/numbers/facts.ts';
import { emptyFacts, foldFacts } from '../src/numbers/fold-facts.ts';
import type { Counted } from '../src/numbers/measures/counted.ts';
import { spreadOf } from '../src/numbers/measures/spread.ts';
import { wilson } from '../src/numbers/measures/wilson.ts';
import { wordsIn } from '../src/numbers/words-in.ts';
import { clockOf } from '../src/shops/wall-clock.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Friday morning. */
const START = Date.UTC(2026, 10, 20, 9);

type Line = readonly [afterMs: number, author: string, kind: string, body: Record<string, unknown>];

const roleOf = (author: string): Role =>
  author === 'bot' ? 'bot' : author === 'house' ? 'system' : author.startsWith('agent') ? 'agent' : 'shopper';

/** Events of one conversation: each so long after the one before. */
function events(lines: readonly Line[], start = START): readonly ChatEvent[] {
  let at = start;
  return lines.map(([after, author, kind, body], n) => {
    at += after;
    return { seq: n + 1, id: `e${n}`, at, from: { role: roleOf(author), id: author }, kind, body };
  });
}

/** The sessions of a conversation, the running one last. */
function sessionsOf(log: readonly ChatEvent[]): readonly Session[] {
  let state = emptyFacts('en');
  const sessions: Session[] = [];
  for (const event of log) {
    const finished = foldFacts(state, event);
    if (finished) sessions.push(finished.session);
    // Through JSON and back, as between two runs of the server.
    state = JSON.parse(JSON.stringify(state));
  }
  return state.session ? [...sessions, state.session] : sessions;
}

let numbers = 0;
const counted = (log: readonly ChatEvent[], shopper = ++numbers): readonly Counted[] => {
  numbers += 1;
  return sessionsOf(log).map((session, k) => ({
    n: numbers,
    k,
    conversation: `c${numbers}`,
    shopper,
    shop: 'inn',
    session,
  }));
};

const CONTEXT: BoardContext = {
  now: START + 10 * DAY,
  groups: {},
  days: daysOf(START - HOUR, START + DAY, clockOf('UTC')),
  isOpen: () => true,
  capacity: 5,
  wordsOf: () => [],
  rules: [],
};
const QUERY = { from: START - HOUR, to: START + DAY };
const board = (rows: readonly Counted[], query = {}, context = {}) =>
  boardOf(rows, { ...QUERY, ...query }, { ...CONTEXT, ...context });

const text = (words: string) => ({ text: words });
const trace = (id: string, more = {}) => ({
  turn: 1,
  decision: 'answer',
  confidence: 1,
  candidates: [{ kind: 'answer', id, label: id, score: 0.9, used: true }],
  ...more,
});
const CLARIFY = trace('shipping', {
  decision: 'clarify',
  candidates: [{ kind: 'answer', id: 'shipping', label: '', score: 0.5, used: false }],
});
const ASKS: Line = [0, 'mei', 'text', text('what is shipping')];
const REQUESTED: Line = [SECOND, 'mei', 'handoff', { state: 'requested', reason: 'wish' }];
const QUEUED: Line = [0, 'house', 'handoff', { state: 'queued', position: 1 }];
const joins = (after: number, agent = 'agent:lin'): Line => [
  after,
  agent,
  'handoff',
  { state: 'joined', agent: { id: agent, name: agent } },
];
const says = (after: number, author = 'agent:lin'): Line => [after, author, 'text', text('words')];
const CLOSED: Line = [5 * SECOND, 'agent:lin', 'closed', { reason: 'agent' }];

test('a wish counts as answered within a minute by a person’s words, not by joining, and not by the bot', () => {
  const rows = [
    counted(events([ASKS, REQUESTED, QUEUED, joins(20 * SECOND), says(30 * SECOND), CLOSED])),
    counted(events([ASKS, REQUESTED, QUEUED, joins(20 * SECOND), says(50 * SECOND), CLOSED])),
    counted(
      events([
        ASKS,
        REQUESTED,
        QUEUED,
        [5 * MINUTE, 'house', 'handoff', { state: 'returned', reason: 'timeout' }],
        [0, 'bot', 'text', text('sorry')],
      ]),
    ),
    counted(events([ASKS, joins(SECOND), says(SECOND), CLOSED])),
  ].flat();
  const { minute, waiting } = board(rows);
  expect([minute.met, minute.of, minute.outside, minute.talks.length]).toEqual([1, 3, 0, 2]);
  expect(waiting.firstReply).toEqual({ n: 2, median: 70 * SECOND, p90: 70 * SECOND });
  expect([waiting.asked, waiting.givenUp, waiting.left, waiting.nobody]).toEqual([3, 1, 0, 0]);
  expect(board(rows, {}, { isOpen: () => false }).minute).toMatchObject({ met: 0, of: 0, outside: 3 });
  expect(board(rows.slice(0, 0), {}, {}).minute.of).toBe(0);
});

test('a wish of half a minute ago is neither met nor missed yet', () => {
  const rows = counted(events([ASKS, REQUESTED, QUEUED]));
  expect(board(rows, {}, { now: START + 31 * SECOND }).minute).toMatchObject({ met: 0, of: 0 });
  expect(board(rows, {}, { now: START + 2 * MINUTE }).minute).toMatchObject({ met: 0, of: 1 });
});

test('who leaves a message has not given up, nobody at the desk is counted apart, and a wish taken back at once is none', () => {
  const left: Line = [20 * SECOND, 'mei', 'form', { to: 3, answers: { message: 'x' } }];
  const rows = [
    counted(events([ASKS, REQUESTED, [0, 'house', 'handoff', { state: 'declined' }], left])),
    counted(events([ASKS, REQUESTED, [0, 'house', 'handoff', { state: 'declined' }]])),
    counted(
      events([ASKS, REQUESTED, QUEUED, [3 * SECOND, 'mei', 'handoff', { state: 'returned', reason: 'shopper' }]]),
    ),
  ].flat();
  const { waiting } = board(rows);
  expect([waiting.asked, waiting.givenUp, waiting.left, waiting.nobody]).toEqual([2, 0, 1, 1]);
});

test('who is passed on waits since the first wish, and each agent is credited with the own work', () => {
  const rows = counted(
    events([
      ASKS,
      [SECOND, 'bot', 'trace', trace('shipping')],
      REQUESTED,
      QUEUED,
      joins(10 * SECOND),
      says(20 * SECOND),
      [10 * SECOND, 'mei', 'text', text('and')],
      [MINUTE, 'agent:lin', 'handoff', { state: 'joined', agent: { id: 'agent:zhao', name: 'Zhao' } }],
      says(40 * SECOND, 'agent:zhao'),
      [SECOND, 'bot', 'rating', { state: 'asked' }],
      [MINUTE, 'mei', 'rating', { state: 'given', score: 5 }],
      [SECOND, 'agent:zhao', 'closed', { reason: 'agent' }],
    ]),
  );
  const { agents, handling, bot, satisfaction } = board(rows);
  expect(agents.map(({ agent, taken, lines, good, firstReply }) => [agent, taken, lines, good, firstReply.n])).toEqual([
    ['agent:lin', 1, 1, 0, 1],
    ['agent:zhao', 1, 1, 1, 0],
  ]);
  expect(handling.work.median).toBe(60 * SECOND);
  expect([bot.of, bot.contained, bot.assisted]).toEqual([1, 0, 1]);
  expect([satisfaction.asked, satisfaction.given, satisfaction.good, satisfaction.interval]).toEqual([
    1,
    1,
    1,
    undefined,
  ]);
});

test('load is what is held at once while anything is held, as a share of what may be held', () => {
  const held = (start: number) =>
    events([ASKS, joins(0), says(SECOND), [10 * MINUTE - SECOND, 'agent:lin', 'closed', {}]], start);
  const [lin] = board([...counted(held(START)), ...counted(held(START + 5 * MINUTE))]).agents;
  // 15 minutes with at least one, 20 conversation minutes.
  expect(lin).toMatchObject({ taken: 2, busyMs: 15 * MINUTE, atOnce: 1.33, peak: 2, load: 0.27 });
});

test('a session is resolved only if nobody was asked for, the last question was understood, and the same matter does not come back within 72 hours', () => {
  const answered = (id: string, start = START) =>
    events([ASKS, [SECOND, 'bot', 'text', text('…')], [0, 'bot', 'trace', trace(id)]], start);
  const one = counted(answered('shipping'), 901);
  const again = counted(answered('shipping', START + 71 * HOUR), 901);
  const other = counted(answered('returns', START + 2 * HOUR), 902);
  const elsewhere = counted(answered('gifts', START + 30 * HOUR), 902);
  const lost = counted(events([ASKS, [SECOND, 'bot', 'trace', CLARIFY]]), 903);
  const found = counted(
    events([
      ASKS,
      [SECOND, 'bot', 'trace', CLARIFY],
      [SECOND, 'mei', 'text', text('to Bergen')],
      [SECOND, 'bot', 'trace', trace('shipping')],
    ]),
    904,
  );
  const rows = [one, again, other, elsewhere, lost, found].flat();
  const { bot } = board(rows);
  expect(bot).toMatchObject({ of: 4, contained: 4, resolved: 2, repeated: 1, abandoned: 1, pending: 0 });
  // Two days later it is not known of those that were understood.
  expect(board([...one, ...other, ...lost], {}, { now: START + 2 * DAY }).bot).toMatchObject({
    pending: 2,
    abandoned: 1,
    resolved: 0,
  });
});

test('half an hour of silence with the bot begins another session; with a person it does not', () => {
  const quiet: Line = [31 * MINUTE, 'mei', 'text', text('again')];
  expect(sessionsOf(events([ASKS, quiet])).map(({ lines }) => lines.shopper)).toEqual([1, 1]);
  expect(sessionsOf(events([ASKS, joins(SECOND), quiet])).map(({ lines }) => lines.shopper)).toEqual([2]);
});

test('a rating under 20 has no interval, from 20 on Wilson’s; one who rates twice counts once', () => {
  const rated = (score: number) =>
    counted(
      events([
        ASKS,
        [SECOND, 'bot', 'rating', { state: 'asked' }],
        [SECOND, 'mei', 'rating', { state: 'given', score: 1 }],
        [SECOND, 'mei', 'rating', { state: 'given', score }],
      ]),
    );
  const rows = Array.from({ length: 20 }, (_, n) => rated(n < 16 ? 5 : 2)).flat();
  const { satisfaction } = board(rows);
  expect(satisfaction).toMatchObject({ asked: 20, given: 20, good: 16, scores: [0, 4, 0, 0, 16] });
  // Newcombe 1998, table I: 16 of 20 is 0.584 … 0.919.
  expect(satisfaction.interval?.map((share) => share.toFixed(3))).toEqual(['0.584', '0.919']);
  expect(wilson(0, 0)).toEqual([0, 1]);
  expect(spreadOf([5, 1, 9])).toEqual({ n: 3, median: 5, p90: 9 });
});

test('a word rises when three shoppers or more use it beyond what the week before lets expect', () => {
  const days = (n: number) => START + 20 * DAY - n * DAY;
  const talks = (n: number, day: number) => Array.from({ length: n }, () => counted(events([ASKS], days(day)))).flat();
  const [lately, before] = [talks(30, 2), talks(30, 9)];
  const same = counted(events([ASKS], days(2)), 7_777);
  const rows = [...lately, ...before, ...same, ...same];
  const wordsOf = (row: Counted) => {
    if (row.shopper === 7_777) return ['alone'];
    const n = lately.indexOf(row);
    return n >= 0
      ? ['shipping', ...(n < 10 ? ['leaking'] : [])]
      : ['shipping', ...(before.indexOf(row) === 0 ? ['leaking'] : [])];
  };
  const span = { from: START, to: START + 20 * DAY };
  const { words } = board(rows, span, { wordsOf, days: daysOf(span.from, span.to, clockOf('UTC')) });
  expect(words.map(({ key, n, before: was }) => [key, n, was])).toEqual([['leaking', 10, 1]]);
});

test('words are counted without numbers, names of orders, and what says nothing', () => {
  const words = new Set<string>();
  wordsIn('请问我的订单 SF1234567890 什么时候发货？ Where is my PARCEL 13800138000', words);
  expect([...words]).toContain('parcel');
  expect([...words]).toContain('发货');
  expect([...words].filter((word) => /\d|什么|where/.test(word))).toEqual([]);
});

test('filters: language, agent, and groups that were asked for or that the agent is in', () => {
  const zh = counted(
    events([
      ASKS,
      [SECOND, 'bot', 'trace', trace('shipping', { lang: 'zh' })],
      [SECOND, 'bot', 'handoff', { state: 'requested', group: 'vip' }],
      joins(SECOND),
    ]),
  );
  const en = counted(events([ASKS, joins(SECOND, 'agent:zhao')]));
  const rows = [...zh, ...en];
  const groups = { 'agent:zhao': ['after-sales'] };
  const sessions = (query: object) => board(rows, query, { groups }).volume.sessions;
  expect([
    sessions({}),
    sessions({ lang: 'zh' }),
    sessions({ agent: 'agent:zhao' }),
    sessions({ group: 'vip' }),
    sessions({ group: 'after-sales' }),
    sessions({ shop: 'other' }),
  ]).toEqual([2, 1, 1, 1, 1, 0]);
  expect(board(rows, {}, { groups }).known).toEqual({
    shops: ['inn'],
    groups: ['after-sales', 'vip'],
    agents: ['agent:lin', 'agent:zhao'],
    langs: ['en', 'zh'],
  });
});

test('days are those of the shop, also where clocks change', () => {
  const days = daysOf(Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 27, 0), clockOf('Europe/Oslo'));
  expect(days.map((at) => new Date(at).toISOString())).toEqual([
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
  ]);
});
