import { isMoney, type Money } from '../money.ts';
import { type Guard, list, oneOf, optional, shape, string } from '../shape.ts';
import { isSource, type Source } from './text.ts';

/**
 * One step of the sum. `sum` is what it starts from, `off` takes away (a negative amount), `fee` adds; `unused` is a rule that
 * did not apply and changes nothing, with `why`.
 */
export interface PromotionStep {
  readonly kind: 'sum' | 'off' | 'fee' | 'unused';
  readonly label: string;
  readonly amount: Money;
  readonly why?: string | undefined;
}

/** What it costs, worked out step by step. */
export interface PromotionBody {
  readonly title?: string | undefined;
  readonly steps: readonly PromotionStep[];
  readonly total: Money;
  /** What would lower it further, or what to mind. */
  readonly text?: string | undefined;
  readonly source?: Source | undefined;
}

const isBody = shape<PromotionBody>({
  title: optional(string(200)),
  steps: list(
    shape<PromotionStep>({
      kind: oneOf('sum', 'off', 'fee', 'unused'),
      label: string(200, 1),
      amount: isMoney,
      why: optional(string(300)),
    }),
    20,
    1,
  ),
  total: isMoney,
  text: optional(string(1000)),
  source: optional(isSource),
});

/** Guard of {@link PromotionBody}. A total that is not the sum of its steps in one currency is refused: it would promise a price. */
export const isPromotion: Guard<PromotionBody> = (value): value is PromotionBody => {
  if (!isBody(value)) return false;
  const { steps, total } = value;
  const applied = steps.filter(({ kind }) => kind !== 'unused').map(({ amount }) => amount.amount);
  return (
    steps.every(({ kind, amount }) => amount.currency === total.currency && (kind !== 'off' || amount.amount <= 0)) &&
    applied.reduce((sum, amount) => sum + amount, 0) === total.amount
  );
};
