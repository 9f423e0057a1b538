import type { Message } from '../dialogue/context.ts';
import { type Circumstances, holds } from '../knowledge/condition.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DialogueState } from '../state.ts';

/** What is the case in this turn, as far as page, conversation and shop tell. */
export function circumstancesOf(
  { about, text, shopper, at }: Message,
  { focus }: DialogueState,
  { catalogue }: Knowledge,
): Circumstances {
  const found = catalogue.byId.get(about ?? '') ?? catalogue.byId.get(focus ?? '');
  return {
    at,
    product: found === undefined ? undefined : catalogue.products[found],
    level: shopper.level,
    region: shopper.region,
    said: text.normalize('NFKC').toLowerCase(),
  };
}

/** Whether an answer is not ruled out here: it has not lapsed, and is for this product, shopper and region as far as is known. */
export const mayGive = (id: string, now: Circumstances, { answers }: Knowledge): boolean =>
  holds(answers.get(id)?.when, now) !== false;
