import type { Plan } from '../dialogue/plan.ts';

/** Steps that say the question was not met, or that show what is only near to it. */
const misses = (step: Plan['steps'][number]): boolean => {
  switch (step.step) {
    case 'search':
      return step.result.hits.length > 0
        ? step.result.missing.length > 0
        : !step.result.soldOut && !step.result.nearest;
    case 'attribute':
      return step.facts.length === 0 && step.asked !== 'price' && step.asked !== 'stock';
    case 'unknown':
    case 'clarify':
    case 'topic-unknown':
    case 'compare-unknown':
      return true;
    default:
      return false;
  }
};

/** Whether a plan leaves open what was asked. What is asked back is an answer of its own, and so is a person. */
export const isWeak = ({ steps, actions }: Plan): boolean => actions === undefined && steps.some(misses);
