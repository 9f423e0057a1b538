import type { Understanding } from '../understanding/understanding.ts';
import { LOAD_FLOWS } from './begin-flow.ts';
import { planByLibrary } from './by-library.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';
import { proposals } from './proposals.ts';
import { seeksGoods } from './seeks-goods.ts';

const SURE_PART = 0.72;

/** Decisions that stand beside another one. */
const SPEAKS = new Set(['answer', 'attribute', 'variant', 'compare']);

/** Decisions that go on after this turn: one of them at most, and it comes last. */
const ACTS = new Set(['order-status', 'flow', 'sign-in']);

/** What one part of a message asks for, when that is clear without the others. */
function planOf(context: Context, sentence: boolean): Plan | undefined {
  const { said } = context;
  const best = proposals(context)[0];
  const plan = best && best.confidence >= SURE_PART ? best.plan() : sentence ? planByLibrary(context) : undefined;
  if (!plan || plan.failed) return undefined;
  if (SPEAKS.has(plan.decision) || plan === LOAD_FLOWS) return plan;
  if (!sentence) return undefined;
  return ACTS.has(plan.decision) || (plan.decision === 'search' && (said.normal.question || seeksGoods(said)))
    ? plan
    : undefined;
}

/** The same said twice: of a product two properties are two things. */
const same = (one: Plan, other: Plan): boolean =>
  one.decision === other.decision &&
  (!SPEAKS.has(one.decision) || (one.source === other.source && one.state?.asked === other.state?.asked));

/**
 * Several questions in one turn, in one message or in two that came together, are all answered when each is clear on its
 * own. What was answered in the turn before is said again here: beside another question it is no answer that missed.
 */
export function answerEach(context: Context): Plan | undefined {
  const { sentences, parts } = context.said;
  const whole: readonly Understanding[] = sentences.length > 0 ? sentences : parts;
  const plans: Plan[] = [];
  let state = { ...context.state, last: undefined };
  for (const said of whole) {
    const plan = planOf(
      { ...context, state, said, message: { ...context.message, text: said.normal.original } },
      sentences.length > 0,
    );
    if (plan === LOAD_FLOWS) return plan;
    if (!plan || plans.some((one) => same(one, plan))) continue;
    plans.push(plan);
    state = { ...state, ...plan.state, last: undefined };
  }
  const acting = plans.filter(({ decision }) => ACTS.has(decision));
  const looking = plans.filter(({ decision }) => decision === 'search');
  if (plans.length < 2 || acting.length > 1 || looking.length > 1) return undefined;
  const ordered = [...plans.filter((plan) => !acting.includes(plan)), ...acting];
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last) return undefined;
  return {
    ...last,
    confidence: Math.min(...ordered.map(({ confidence }) => confidence)),
    source: ordered.flatMap(({ source }) => source ?? []).join(' '),
    steps: ordered.flatMap(({ steps }) => steps),
    state: Object.assign({}, ...ordered.map((plan) => plan.state)),
    used: ordered.flatMap(({ used }) => used ?? []),
  };
}
