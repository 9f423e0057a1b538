import { answerStep } from './answer-step.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';

/** Gives an answer of the merchant; the same one twice in a row would not help, so the second time it asks back. */
export function giveAnswer(context: Context, id: string, confidence: number): Plan {
  const key = `answer:${id}`;
  if (context.state.last === key) {
    const others = context.said.readings.filter(
      (one) => one.kind === 'answer' && one.id !== id && one.confidence >= 0.1,
    );
    return {
      decision: 'clarify',
      confidence,
      steps: [{ step: 'clarify', again: true, answers: others.slice(0, 2).map((one) => one.id) }],
      state: { last: key },
      failed: true,
      used: [id],
    };
  }
  return {
    decision: 'answer',
    confidence,
    source: id,
    steps: [answerStep(context, id, confidence)],
    state: { last: key },
    used: [id],
  };
}
