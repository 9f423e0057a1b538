import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Serving } from '@xiaoer/core/view';
import type { Hit } from '../numbers/facts.ts';
import { createClaimJudge, type WrongClaim } from './judge-claims.ts';
import type { QualityRule } from './rule.ts';
import type { ShopClaims } from './shop-claims.ts';
import { foldSpoken, type SpokenOf } from './spoken-of.ts';

const MINUTE_MS = 60_000;
/** Hits of one session that are kept. */
const MOST_HITS = 50;

/** What is open between two events. It is JSON. */
export interface QualityState {
  /** The shopper's first words without an answer. */
  asked?: { readonly seq: number; readonly at: number };
  /** A promise that nobody has come back to. */
  promise?: { readonly seq: number; readonly at: number; readonly agent: string };
  /** How often an agent took over. */
  joined: number;
  /** What claims are judged by. */
  spoken?: SpokenOf;
}

/** Takes one more event in: changes `state`, and answers with the rules that it hits. */
export type QualityFold = (state: QualityState, hits: Hit[], event: ChatEvent, before: Serving) => void;

const test = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One expression for all words of a rule: a Latin word stands alone, others stand anywhere. */
const compile = (words: readonly string[], patterns: readonly string[]): readonly RegExp[] => [
  ...(words.length === 0
    ? []
    : [
        new RegExp(words.map((word) => (/^[a-z]/i.test(word) ? `\\b${literal(word)}` : literal(word))).join('|'), 'iu'),
      ]),
  ...patterns.map((pattern) => new RegExp(pattern, 'iu')),
];

/**
 * Makes the fold of some rules. It looks at what is said while an agent serves; words of the bot are not judged by it. What
 * agents say of the shop is compared with `shop`, as it is when it is counted.
 */
export function createQualityFold(rules: readonly QualityRule[], shop?: ShopClaims): QualityFold {
  const says = rules.flatMap((rule) =>
    rule.op === 'says' ? [{ rule, patterns: compile(rule.words, rule.patterns) }] : [],
  );
  const gaps = rules.flatMap((rule) => (rule.op === 'gap' ? [{ rule, good: compile(rule.unless, []) }] : []));
  const promises = rules.flatMap((rule) =>
    rule.op === 'promise' ? [{ rule, patterns: compile([], rule.patterns) }] : [],
  );
  const passed = rules.filter((rule) => rule.op === 'passed');
  const claims = rules.flatMap((rule) =>
    rule.op === 'claim' && shop ? [{ rule, judge: createClaimJudge(rule, shop) }] : [],
  );

  return (state, hits, event, { mode, agent }) => {
    const { seq, at, kind, from, body } = event;
    if (claims.length > 0) state.spoken = foldSpoken(state.spoken, event);
    const add = (rule: string, line: number, who: string | undefined, wrong?: WrongClaim) => {
      if (hits.length < MOST_HITS)
        hits.push({ rule, seq: line, ...(who === undefined ? {} : { agent: who }), ...(wrong ? { wrong } : {}) });
    };
    const unkept = () => {
      const { promise } = state;
      if (!promise) return;
      for (const { rule } of promises)
        if (at - promise.at > rule.min * MINUTE_MS) add(rule.id, promise.seq, promise.agent);
      delete state.promise;
    };
    if (kind === 'handoff' || kind === 'closed') {
      if (body['state'] === 'joined') {
        state.joined += 1;
        for (const rule of passed) if (state.joined === rule.min + 1) add(rule.id, seq, from.id);
        return;
      }
      if (kind !== 'closed' && body['state'] !== 'returned') return;
      if (mode === 'agent' && state.asked)
        for (const { rule } of gaps)
          if (at - state.asked.at > rule.sec * 1_000) add(rule.id, state.asked.seq, agent?.id);
      delete state.asked;
      unkept();
      return;
    }
    if (mode !== 'agent' || (from.role !== 'agent' && from.role !== 'shopper')) return;
    const text = kind === 'text' ? String(body['text'] ?? '') : '';
    if (text !== '')
      for (const { rule, patterns } of says)
        if (rule.by === from.role && test(patterns, text))
          add(rule.id, seq, from.role === 'agent' ? from.id : agent?.id);
    if (from.role === 'shopper') {
      state.asked ??= { seq, at };
      return;
    }
    if (text !== '' && state.spoken)
      for (const { rule, judge } of claims) {
        const wrong = judge(text, state.spoken);
        if (wrong) add(rule.id, seq, from.id, wrong);
      }
    if (state.asked)
      for (const { rule, good } of gaps)
        if (at - state.asked.at > rule.sec * 1_000 && !test(good, text)) add(rule.id, state.asked.seq, from.id);
    delete state.asked;
    unkept();
    if (promises.some(({ patterns }) => test(patterns, text))) state.promise = { seq, at, agent: from.id };
  };
}
