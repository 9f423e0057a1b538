import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatEvent, Role } from '@xiaoer/core/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFacts, foldFacts } from '../src/numbers/fold-facts.ts';
import { quality } from '../src/numbers/measures/quality.ts';
import { DEFAULT_RULES } from '../src/quality/default-rules.ts';
import { createQualityFold } from '../src/quality/fold-quality.ts';
import { loadRules } from '../src/quality/read-rules.ts';
import type { QualityRule } from '../src/quality/rule.ts';

const MINUTE = 60_000;
type Line = readonly [afterMs: number, author: string, kindOrText: string, body?: Record<string, unknown>];

const roleOf = (author: string): Role =>
  author === 'bot' ? 'bot' : author === 'house' ? 'system' : author.startsWith('agent') ? 'agent' : 'shopper';
const joined = (agent: string): Line => [0, agent, 'handoff', { state: 'joined', agent: { id: agent, name: agent } }];

/** The session of a conversation that an agent took at its beginning. */
function judged(lines: readonly Line[], rules: readonly QualityRule[] = DEFAULT_RULES) {
  const judge = createQualityFold(rules);
  let state = emptyFacts('en');
  let at = 0;
  [joined('agent:lin'), ...lines].forEach(([after, author, what, body], n) => {
    at += after;
    const event: ChatEvent = {
      seq: n + 1,
      id: `e${n}`,
      at,
      from: { role: roleOf(author), id: author },
      kind: body ? what : 'text',
      body: body ?? { text: what },
    };
    foldFacts(state, event, judge);
    state = JSON.parse(JSON.stringify(state));
  });
  return state.session;
}

const hits = (lines: readonly Line[], rules?: readonly QualityRule[]): readonly string[] =>
  judged(lines, rules)?.hits.map(({ rule, seq, agent }) => `${rule} ${seq} ${agent}`) ?? [];

test('an answer after more than three minutes is slow, unless it says sorry; a conversation that the house takes away is too', () => {
  const asks: Line = [0, 'mei', 'where is it'];
  const after = (ms: number, words: string): readonly Line[] => [asks, [ms, 'agent:lin', words]];
  expect(hits(after(3 * MINUTE, 'it left'))).toEqual([]);
  expect(hits(after(3 * MINUTE + 1, 'it left'))).toEqual(['slow 2 agent:lin']);
  expect(hits(after(9 * MINUTE, 'Sorry to have kept you, it left'))).toEqual([]);
  expect(hits(after(9 * MINUTE, '久等了，已经发出'))).toEqual([]);
  expect(hits([asks, [5 * MINUTE, 'house', 'handoff', { state: 'returned', reason: 'timeout' }]])).toEqual([
    'slow 2 agent:lin',
  ]);
  // What is asked of the bot is nobody's delay.
  expect(
    hits([[0, 'agent:lin', 'handoff', { state: 'returned', reason: 'agent' }], asks, [9 * MINUTE, 'bot', 'it left']]),
  ).toEqual([]);
});

test('a promise is kept by the next line within a quarter of an hour, and broken by a later one or by closing', () => {
  const promise: Line = [0, 'agent:lin', '稍后查到了给您回复'];
  expect(hits([promise, [14 * MINUTE, 'agent:lin', '查到了']])).toEqual([]);
  expect(hits([promise, [16 * MINUTE, 'agent:lin', '查到了']])).toEqual(['promise-unkept 2 agent:lin']);
  expect(hits([promise, [20 * MINUTE, 'agent:lin', 'closed', { reason: 'agent' }]])).toEqual([
    'promise-unkept 2 agent:lin',
  ]);
  expect(
    hits([
      [0, 'agent:lin', 'I’ll get back to you'],
      [20 * MINUTE, 'agent:zhao', 'hello'],
    ]),
  ).toEqual(['promise-unkept 2 agent:lin']);
});

test('words of agents are judged, those of shoppers by their own rule, and none while the bot serves', () => {
  expect(hits([[0, 'agent:lin', 'That is NOT MY PROBLEM.']])).toEqual(['rude 2 agent:lin']);
  expect(
    hits([
      [0, 'mei', 'that is not my problem'],
      [0, 'agent:lin', 'of course'],
    ]),
  ).toEqual([]);
  expect(
    hits([
      [0, 'agent:lin', '请把验证码发给我'],
      [0, 'agent:lin', '麻烦提供一下银行卡号'],
    ]),
  ).toEqual(['sensitive 3 agent:lin']);
  expect(hits([[0, 'mei', '我刚才说了是红色的']])).toEqual(['asked-again 2 agent:lin']);
  // A word is whole: nothing is found inside another.
  expect(hits([[0, 'agent:lin', 'we use astupidly good glue']])).toEqual([]);
});

test('who is passed on twice was sent away', () => {
  expect(hits([joined('agent:zhao')])).toEqual([]);
  expect(hits([joined('agent:zhao'), joined('agent:wang'), joined('agent:li')])).toEqual(['sent-away 3 agent:wang']);
});

test('every session with a person is scored from 0 to 100, the lowest first; the bot’s alone is not', () => {
  const row = (n: number, lines: readonly Line[]) => {
    const session = judged(lines);
    if (!session) throw new Error('no session');
    return { n, k: 0, conversation: `c${n}`, shop: 'inn', shopper: n, session };
  };
  const good = row(1, [[0, 'agent:lin', 'hello']]);
  const rude = row(2, [
    [0, 'agent:lin', 'stupid'],
    [0, 'agent:lin', 'shut up'],
  ]);
  const awful = row(
    3,
    Array.from({ length: 5 }, (): Line => [0, 'agent:lin', 'tell me your password']),
  );
  const bot = { ...good, n: 4, session: { ...good.session, episodes: [] } };
  const found = quality([good, rude, awful, bot], DEFAULT_RULES);
  expect([found.of, found.good, found.critical, found.scores.median]).toEqual([3, 1, 2, 40]);
  expect(found.rules.map(({ key, n }) => `${key} ${n}`)).toEqual(['rude 1', 'sensitive 1']);
  expect(found.talks.map(({ id }) => id)).toEqual(['c3', 'c2']);
});

test('a shop’s own rules replace ours by id; a mistake is named with its place and what to write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (value: unknown) => writeFileSync(join(folder, 'quality.json'), JSON.stringify(value));
  expect(loadRules(folder)).toBe(DEFAULT_RULES);
  write([
    { id: 'slow', op: 'gap', title: 'Slow', sec: 60, score: -5 },
    { id: 'rude', op: 'says', by: 'agent', title: 'Rude', score: 0 },
    { id: 'thanks', op: 'says', by: 'agent', title: { en: 'Thanks' }, words: ['thank you'], score: 5 },
  ]);
  const rules = loadRules(folder);
  expect(rules.map(({ id }) => id)).toEqual([
    'promise-unkept',
    'sent-away',
    'absolute',
    'off-site',
    'sensitive',
    'asked-again',
    'wrong-data',
    'slow',
    'thanks',
  ]);
  expect(
    hits(
      [
        [0, 'mei', 'where is it'],
        [2 * MINUTE, 'agent:lin', 'Thank you, it left'],
      ],
      rules,
    ),
  ).toEqual(['thanks 3 agent:lin', 'slow 2 agent:lin']);
  write([{ id: 'X', op: 'says', by: 'bot', title: 'x', patterns: ['('], score: -500 }]);
  expect(() => loadRules(folder)).toThrow(
    /0\.id: write a name such as[\s\S]*0\.score: write a number from -100 to 100[\s\S]*0\.patterns\.0: write a regular expression/,
  );
  writeFileSync(join(folder, 'quality.json'), '{');
  expect(() => loadRules(folder)).toThrow(/quality\.json is no JSON/);
});
