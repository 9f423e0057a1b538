import type { Source } from '@xiaoer/core/protocol';

/** Something of the merchant's own data that may be said. */
export interface Fact {
  /** Unique among the facts of a turn: `answer:a1`, `policy:return.policy`, `product:p1:Care`, `order:o1`. */
  readonly id: string;
  readonly kind: Extract<Source['kind'], 'answer' | 'policy' | 'product' | 'order'>;
  /** What it is about: a question, a matter, a product and its field. It helps to understand, and states nothing. */
  readonly label: string;
  /** What it states, in the words that the embedded engine would say it in. */
  readonly text: string;
  readonly url?: string | undefined;
}
