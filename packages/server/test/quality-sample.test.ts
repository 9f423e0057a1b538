import { expect, test } from 'vitest';
import { emptySession } from '../src/numbers/facts.ts';
import type { Counted } from '../src/numbers/measures/counted.ts';
import { DEFAULT_RULES } from '../src/quality/default-rules.ts';
import { drawSample } from '../src/quality/draw-sample.ts';
import { agreementOf, type Review } from '../src/quality/review.ts';
import { weekOf } from '../src/quality/week-of.ts';

/** A session that an agent took part in, with the rules that it hits. */
const row = (n: number, agent: string, rules: readonly string[] = [], reason = 'wish'): Counted => {
  const session = emptySession(n, 'en');
  session.episodes.push({
    asked: true,
    by: 'shopper',
    requestedAt: n,
    reason,
    brief: false,
    turns: [{ agent, from: n, lines: 1, handlingMs: 0 }],
  });
  session.hits.push(...rules.map((rule) => ({ rule, seq: 3, agent })));
  return { n, k: 0, conversation: `conversation-${n}`, shop: 'inn', shopper: n, session };
};

/** Lin has a hundred good conversations, Zhao five; four are slow, one is rude, one is awful. */
const ROWS: readonly Counted[] = [
  ...Array.from({ length: 100 }, (_, n) => row(n, 'lin')),
  ...Array.from({ length: 5 }, (_, n) => row(200 + n, 'zhao', [], n === 0 ? 'anger' : 'wish')),
  ...Array.from({ length: 4 }, (_, n) => row(300 + n, 'lin', ['slow'])),
  row(400, 'lin', ['rude']),
  row(401, 'zhao', ['slow', 'slow', 'slow', 'slow', 'slow']),
];
const draw = (seed: string, size = 10, rows = ROWS) => drawSample(rows, DEFAULT_RULES, { seed, size });

test('a sample has what is critical first, and then every band, agent and reason in turn', () => {
  const drawn = draw('inn 2026-11-16');
  expect(drawn[0]).toMatchObject({ conversation: 'conversation-400', critical: true, reason: 'rude', score: 70 });
  const told = drawn.map(({ agents, reason, score }) => `${score} ${agents} ${reason}`);
  expect(told.slice(1, 4).sort()).toEqual(['100 lin wish', '50 zhao slow', '90 lin slow']);
  // Zhao has one of twenty good ones, and as many places as Lin.
  expect(drawn.filter(({ score, agents }) => score === 100 && agents[0] === 'zhao').length).toBeGreaterThanOrEqual(2);
  expect(told).toContain('100 zhao anger');
  expect(new Set(drawn.map(({ conversation }) => conversation)).size).toBe(10);
});

test('the same week draws the same, whatever the order of the log; another week draws others', () => {
  const ids = (seed: string, rows = ROWS) => draw(seed, 10, rows).map(({ conversation }) => conversation);
  expect(ids('a', [...ROWS].reverse())).toEqual(ids('a'));
  expect(ids('b')).not.toEqual(ids('a'));
  // The bot’s own conversations are nobody’s to review.
  const alone = { ...row(1, 'x'), session: emptySession(1, 'en') };
  expect(draw('a', 5, [alone])).toEqual([]);
});

test('agreement: a reviewer who looked again counts once; of each rule the share of findings that were right', () => {
  const review = (n: number, who: string, conversation: string, score: number, right: boolean): Review => ({
    n,
    at: n,
    who,
    conversation,
    k: 0,
    score,
    counted: 80,
    findings: [{ rule: 'slow', seq: 3, right }],
    comment: '',
  });
  const reviews = [
    review(1, 'wang', 'a', 20, false),
    review(2, 'wang', 'a', 75, true),
    review(3, 'li', 'a', 40, false),
    review(4, 'li', 'b', 80, true),
  ];
  expect(agreementOf(reviews)).toEqual({ reviewed: 3, apart: 15, near: 2, rules: [{ rule: 'slow', of: 3, right: 2 }] });
  expect(agreementOf([])).toEqual({ reviewed: 0, apart: undefined, near: 0, rules: [] });
});

test('a week is the shop’s, from Monday to Monday, also where a clock is put back in it', () => {
  const sunday = Date.UTC(2026, 10, 22, 17);
  expect(weekOf(null, sunday, 'UTC')).toEqual({
    day: '2026-11-16',
    from: Date.UTC(2026, 10, 16),
    to: Date.UTC(2026, 10, 23),
  });
  // In Shanghai it is Monday already.
  expect(weekOf(null, sunday, 'Asia/Shanghai')?.day).toBe('2026-11-23');
  const berlin = weekOf('2026-10-25', sunday, 'Europe/Berlin');
  expect([(berlin?.to ?? 0) - (berlin?.from ?? 0)]).toEqual([(7 * 24 + 1) * 3_600_000]);
  expect(weekOf('soon', sunday, 'UTC')).toBeUndefined();
});
