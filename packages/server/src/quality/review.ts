import * as v from 'valibot';

/** What somebody who looked at a conversation found. */
export interface Review {
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The agent's id. */
  readonly who: string;
  readonly conversation: string;
  /** Which session of it. */
  readonly k: number;
  /** The own score, 0 to 100. */
  readonly score: number;
  /** The score that the rules gave then. */
  readonly counted: number;
  /** Of each finding whether it is right, by rule and line. */
  readonly findings: readonly { readonly rule: string; readonly seq: number; readonly right: boolean }[];
  readonly comment: string;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A review as it is sent. */
export const WantedReview = v.strictObject({
  conversation: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  k: whole,
  score: v.pipe(v.number(), v.minValue(0, 'a score is 0 to 100'), v.maxValue(100, 'a score is 0 to 100')),
  findings: v.pipe(
    v.array(v.strictObject({ rule: v.pipe(v.string(), v.maxLength(60)), seq: whole, right: v.boolean() })),
    v.maxLength(50),
  ),
  comment: v.optional(v.pipe(v.string(), v.maxLength(2_000)), ''),
});

/** How reviewers and a rule agree. */
export interface Agreement {
  /** Conversations with a review; of several of one reviewer the newest counts. */
  readonly reviewed: number;
  /** Mean distance of own score and counted one. */
  readonly apart: number | undefined;
  /** Reviews whose score is at most ten away. */
  readonly near: number;
  /** Of each rule how many of its findings were judged, and how many of those were right; the most judged first. */
  readonly rules: readonly { readonly rule: string; readonly of: number; readonly right: number }[];
}

/** So far apart two scores may be and say the same. */
const NEAR = 10;

/** What the reviews say of the rules. A reviewer who looked again is counted once, with the newest. */
export function agreementOf(reviews: readonly Review[]): Agreement {
  const newest = new Map<string, Review>();
  for (const one of [...reviews].sort((a, b) => a.n - b.n)) newest.set(`${one.who} ${one.conversation} ${one.k}`, one);
  const counted = [...newest.values()];
  const rules = new Map<string, { of: number; right: number }>();
  for (const { findings } of counted)
    for (const { rule, right } of findings) {
      const sum = rules.get(rule) ?? { of: 0, right: 0 };
      rules.set(rule, { of: sum.of + 1, right: sum.right + (right ? 1 : 0) });
    }
  const apart = counted.map((one) => Math.abs(one.score - one.counted));
  return {
    reviewed: counted.length,
    apart: apart.length > 0 ? Math.round(apart.reduce((sum, n) => sum + n, 0) / apart.length) : undefined,
    near: apart.filter((n) => n <= NEAR).length,
    rules: [...rules]
      .map(([rule, sums]) => ({ rule, ...sums }))
      .sort((a, b) => b.of - a.of || (a.rule < b.rule ? -1 : 1)),
  };
}
