import { createTurn } from '../assistant.ts';
import { focusOf } from '../dialogue/context.ts';
import { pick } from '../knowledge/localized.ts';
import type { Stages } from '../stages.ts';
import type { DialogueState } from '../state.ts';
import type { TurnInput, TurnResult } from '../turn.ts';
import { claimsOf, isMade } from './claims.ts';
import type { Doubt } from './doubt.ts';

/** Decisions that only say something. A task is begun by the shopper's own words and by nothing else. */
const SPEAKS: ReadonlySet<string> = new Set(['answer', 'attribute', 'variant', 'compare']);

/** What the message is about, for who writes it anew. */
export function aboutOf({ context }: Doubt): { readonly product?: string; readonly before?: string } {
  const product = focusOf(context);
  const before = context.state.tried?.at(-1)?.asked;
  return {
    ...(product ? { product: pick(product.title, context.said.lang) } : {}),
    ...(before === undefined ? {} : { before }),
  };
}

/**
 * The turn as if the shopper had written it so; undefined where the embedded engine is not sure of that either, where it would do
 * more than speak, and where it was given a number that nobody has named.
 */
export function reread(
  state: DialogueState,
  input: TurnInput,
  doubt: Doubt,
  rewritten: string,
  stages: Stages,
): TurnResult<DialogueState> | undefined {
  if (input.kind !== 'message') return undefined;
  const { product = '', before = '' } = aboutOf(doubt);
  const named = claimsOf(`${input.text}\n${product}\n${before}`);
  if (claimsOf(rewritten).some((claim) => !isMade(claim, named))) return undefined;
  let speaks = false;
  const result = createTurn({
    ...stages,
    decide(context) {
      const plan = stages.decide(context);
      speaks = SPEAKS.has(plan.decision) && !plan.failed && !plan.actions && !plan.state?.flow;
      return plan;
    },
  })(state, { ...input, text: rewritten }, doubt.context.knowledge);
  return speaks ? result : undefined;
}
