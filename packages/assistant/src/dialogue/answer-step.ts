import { holds } from '../knowledge/condition.ts';
import { circumstancesOf } from '../understanding/circumstances.ts';
import type { Context } from './context.ts';
import type { Step } from './plan.ts';

/** Cases beside the one that is answered, when nobody knows whether they are the shopper's. */
const CASES = 4;

/** An answer of the merchant as it is in this case: the first variant that holds, else the answer for all others. */
export function answerStep(context: Context, id: string, confidence: number): Extract<Step, { step: 'answer' }> {
  const { message, state, knowledge } = context;
  const answer = knowledge.answers.get(id);
  const now = circumstancesOf(message, state, knowledge);
  const variants = (answer?.variants ?? []).map((variant) => ({ variant, case: holds(variant.when, now) }));
  const chosen = variants.find((one) => one.case === true)?.variant;
  const open = chosen ? [] : variants.filter((one) => one.case === undefined).map(({ variant }) => variant);
  return {
    step: 'answer',
    answer: id,
    confidence,
    ...(chosen ? { variant: chosen } : {}),
    ...(open.length > 0 ? { cases: open.slice(0, CASES) } : {}),
    ...(answer?.when && holds(answer.when, now) === undefined ? { only: answer.when } : {}),
  };
}
