import { createTurn } from '../assistant.ts';
import type { Context } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Stages } from '../stages.ts';
import type { DialogueState } from '../state.ts';
import type { TurnInput } from '../turn.ts';

/** A turn that the embedded engine could not decide: what it understood, for others to go on from. */
export interface Doubt {
  readonly context: Context;
  /** What it came to by itself. */
  readonly plan: Plan;
}

/** Decisions below the answer band. */
const BELOW: ReadonlySet<string> = new Set(['clarify', 'unknown']);

/** Longer than this it is a story: a person reads it. In characters. */
const LONGEST = 2_000;

/** Whether a plan only says that nothing was certain: not that an answer was given already, nor that the shop is empty. */
const isUnsure = ({ decision, steps }: Plan): boolean =>
  BELOW.has(decision) && steps.some((step) => (step.step === 'clarify' && !step.again) || step.step === 'unknown');

/**
 * What a provider may be asked of this turn; undefined for a turn that is not its business. Above the answer band, in a
 * task, after a pressed button and to who is angry or has to be soothed the embedded engine alone speaks.
 */
export function openDoubt(
  state: DialogueState,
  input: TurnInput,
  knowledge: Knowledge,
  stages: Stages,
): Doubt | undefined {
  const { decide } = stages;
  if (input.kind !== 'message' || input.reply !== undefined || input.text.length > LONGEST) return undefined;
  let seen: Doubt | undefined;
  createTurn({
    ...stages,
    decide(context) {
      const plan = decide(context);
      const inner =
        plan.source === 'failures' ? decide({ ...context, state: { ...context.state, failures: 0 } }) : plan;
      seen = { context, plan: inner };
      return plan;
    },
  })(state, input, knowledge);
  if (!seen || seen.context.card || seen.context.state.flow || !isUnsure(seen.plan)) return undefined;
  const { said } = seen.context;
  const soothed = said.mood.anger > 0 || seen.plan.steps.some(({ step }) => step === 'soothe');
  return said.normal.text === '' || soothed ? undefined : seen;
}
