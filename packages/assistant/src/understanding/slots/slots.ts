import type { NormalText } from '../../text/normalise.ts';
import { type Budget, readBudget } from './budget.ts';
import { readOrderNumber } from './order-number.ts';
import { readOrdinals } from './ordinal.ts';

/** Typed values of a sentence. */
export interface Slots {
  readonly budget?: Budget | undefined;
  readonly ordinals: readonly number[];
  readonly orderNumber?: string | undefined;
  /** The text without its budget, so that its number is no word to search for. */
  readonly rest: string;
}

/** Fifth stage: a reader a type, each on its own. */
export function readSlots(normal: NormalText): Slots {
  const found = readBudget(normal.text);
  return {
    budget: found?.budget,
    ordinals: readOrdinals(normal.text),
    orderNumber: readOrderNumber(normal),
    rest: found?.rest ?? normal.text,
  };
}
