import type { Source } from '@xiaoer/core/protocol';
import { createTurn } from '../assistant.ts';
import type { Plan } from '../dialogue/plan.ts';
import { servedBy } from '../dialogue/served-by.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { textReply } from '../reply/chips.ts';
import { DEFAULT_STAGES } from '../stages.ts';
import type { DialogueState } from '../state.ts';
import { clip } from '../text/clip.ts';
import type { TurnInput, TurnResult } from '../turn.ts';
import type { Fact } from './fact.ts';

/** The turn with a plan that was chosen for it; what the merchant's rules say of who answers holds for it too. */
export const settlePlan = (
  state: DialogueState,
  input: TurnInput,
  knowledge: Knowledge,
  plan: Plan,
): TurnResult<DialogueState> =>
  createTurn({ ...DEFAULT_STAGES, decide: (context) => servedBy(plan, context) })(state, input, knowledge);

/** Where a text that was written from these facts is from. */
export function sourceOf(cited: readonly Fact[]): Source | undefined {
  const [first] = cited;
  if (!first) return undefined;
  const labels = [...new Set(cited.map(({ label }) => label))];
  const url = labels.length === 1 ? first.url : undefined;
  return { kind: first.kind, label: clip(labels.join(' · '), 200), ...(url === undefined ? {} : { url }) };
}

/** Id of the answer, matter, product or order that a fact is of. */
const ofWhat = ({ id, kind }: Fact): string => {
  const own = id.slice(id.indexOf(':') + 1);
  return kind === 'product' || kind === 'order' ? own.slice(0, own.lastIndexOf(':')) : own;
};

/** The turn with a text that was written from facts and checked against them. */
export function settleText(
  state: DialogueState,
  input: TurnInput,
  knowledge: Knowledge,
  confidence: number,
  text: string,
  cited: readonly Fact[],
): TurnResult<DialogueState> {
  const plan: Plan = {
    decision: 'written',
    confidence,
    source: cited.map(({ id }) => id).join(' '),
    steps: [],
    used: [...new Set(cited.map(ofWhat))],
  };
  const written = createTurn({
    ...DEFAULT_STAGES,
    decide: () => plan,
    compose: (_plan, { lang }) => [textReply(text, lang, sourceOf(cited))],
  });
  return written(state, input, knowledge);
}
