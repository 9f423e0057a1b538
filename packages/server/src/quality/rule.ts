import type { Localized } from '@xiaoer/assistant';

interface Named {
  readonly id: string;
  readonly title: Localized;
  /** Added to 100 for each hit; below nought for what should not be. */
  readonly score: number;
  /** One hit is enough to look at the conversation. */
  readonly critical?: boolean | undefined;
}

/** The shopper waited for an agent's answer for longer than `sec`, and was not apologised to in it. */
export interface GapRule extends Named {
  readonly op: 'gap';
  readonly sec: number;
  /** Words that make it good. */
  readonly unless: readonly string[];
}

/** An agent promised to come back, and nobody said anything within `min` minutes. */
export interface PromiseRule extends Named {
  readonly op: 'promise';
  readonly min: number;
  /** Regular expressions, without regard to case. */
  readonly patterns: readonly string[];
}

/** Somebody says one of these while an agent serves. */
export interface SaysRule extends Named {
  readonly op: 'says';
  readonly by: 'agent' | 'shopper';
  readonly words: readonly string[];
  readonly patterns: readonly string[];
}

/** The shopper was passed on `min` times or more. */
export interface PassedRule extends Named {
  readonly op: 'passed';
  readonly min: number;
}

/** What an agent can get wrong: a product's price, whether there is some, or what an answer or policy of the shop says. */
export const CLAIMED = ['price', 'stock', 'policy'] as const;

/** An agent said something that the shop's own data say otherwise. */
export interface ClaimRule extends Named {
  readonly op: 'claim';
  readonly against: readonly (typeof CLAIMED)[number][];
  /** Words of a sentence that is not judged: what is agreed upon in a conversation stands in no data. */
  readonly unless: readonly string[];
}

/** What a good conversation keeps to, as data. */
export type QualityRule = GapRule | PromiseRule | SaysRule | PassedRule | ClaimRule;
