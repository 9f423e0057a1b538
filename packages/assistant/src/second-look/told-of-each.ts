import type { Context } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';
import { NEVER_MORE } from '../dialogue/tell-attribute.ts';
import { factsAbout } from '../graph/attribute-question.ts';

/** What each of a few products states, before it is asked which of them is meant: who is told of all need not say. */
export function toldOfEach(plan: Plan, { said, knowledge }: Context): Plan {
  const [step] = plan.steps;
  if (step?.step !== 'which-product') return plan;
  const { asked, products } = step;
  const told = products.flatMap((product) => {
    const facts = factsAbout(product, asked, said.features, said.lang, knowledge);
    return NEVER_MORE.has(asked) || facts.length > 0
      ? [{ step: 'attribute', product, asked, facts, confidence: 0.7 } as const]
      : [];
  });
  return told.length < 2
    ? plan
    : {
        ...plan,
        steps: [...told, ...plan.steps],
        state: { ...plan.state, shown: products.map(({ id }) => id) },
      };
}
