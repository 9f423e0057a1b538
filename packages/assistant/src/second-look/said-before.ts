import type { Context } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';

/** Shorter texts come again without meaning the same: «and that one?» */
const LEAST = 4;

const plain = (text: string): string => text.toLowerCase().replace(/[\s\p{P}…]/gu, '');

/** Decisions that may have missed what was asked; talk and orders are told as often as they are asked for. */
const MAY_MISS: ReadonlySet<string> = new Set(
  'answer attribute variant search details compare about which-product which-kind total related glad greet'.split(' '),
);

/** Whether a shopper asks what he has asked before, in the same words or with more around them: it was not answered. */
export function asksAgain({ decision, steps }: Plan, { message, state, said }: Context): boolean {
  if (message.reply !== undefined || message.text.includes('\n') || !MAY_MISS.has(decision)) return false;
  // Who asks for a price again goes back to that thing.
  if (steps.some((step) => step.step === 'attribute' && step.asked === 'price')) return false;
  const now = plain(said.normal.original);
  return (state.tried ?? []).some(({ asked }) => {
    const before = plain(asked);
    return before.length >= LEAST && now.length >= LEAST && (now.includes(before) || before.includes(now));
  });
}
