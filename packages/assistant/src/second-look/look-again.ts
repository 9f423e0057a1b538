import type { Context } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';
import { seeksGoods } from '../dialogue/seeks-goods.ts';
import { tellAttribute } from '../dialogue/tell-attribute.ts';
import { factsAbout } from '../graph/attribute-question.ts';
import { isUpset } from '../understanding/mood.ts';
import { tellDetails, tellKind, withNearFacts } from './details.ts';
import { isWeak } from './is-weak.ts';
import { LINES } from './lines.ts';
import { namesGoods, nearest } from './nearest.ts';
import { byLibrary, byOrders, ofOwnGoods, speaksOfOrders } from './of-orders.ts';
import { withPerson } from './or-person.ts';
import { askedBack, oneOf, productMeant, productNamed, productsCalled } from './product-meant.ts';
import { asksAgain } from './said-before.ts';
import { toldOfEach } from './told-of-each.ts';
import { totalOf } from './total.ts';

/** Below this an answer is a guess. */
const GUESS = 0.9;

/** The button of a question that was asked back, chosen by a name or a price that is not quite its label. */
function chosen(plan: Plan, context: Context): Plan | undefined {
  const options = askedBack(context);
  if (options.length === 0 || context.message.reply || (plan.decision !== 'search' && !plan.failed)) return undefined;
  const product = oneOf(
    options.map((one) => one.product),
    context,
  );
  const asked = options.find((one) => one.product === product)?.asked;
  return product && asked !== undefined ? tellAttribute(context, product, asked, 0.7) : undefined;
}

/** A product that does not state what is asked gives way to one that is called alike and does. */
function statedElsewhere({ steps }: Plan, context: Context): Plan | undefined {
  const [step] = steps;
  if (step?.step !== 'attribute') return undefined;
  const { said, knowledge } = context;
  const other = productsCalled(context)
    .filter((product) => product !== step.product)
    .find((product) => factsAbout(product, step.asked, said.features, said.lang, knowledge).length > 0);
  return other && tellAttribute(context, other, step.asked, 0.6);
}

/** Somebody just talks: nothing is asked, and nothing here is named. */
function smallTalk(plan: Plan, { said, state }: Context): Plan | undefined {
  const idle =
    plan.decision === 'unknown' &&
    // What came before was understood, if not known.
    (state.failures === 0 || state.tried?.at(-1)?.decision === 'topic-unknown') &&
    !said.normal.question &&
    state.focus === undefined &&
    state.hunt === undefined &&
    state.last !== 'listening' &&
    ![...said.features.concepts].some((concept) => concept.startsWith('?')) &&
    (said.intents === undefined || said.intents.band !== 'answer');
  if (!idle) return undefined;
  return {
    decision: 'unknown',
    source: 'listening',
    confidence: 0,
    steps: [{ step: 'flow', text: LINES.listening, values: {}, person: true }],
    // The second time in a row nothing was understood.
    state: { last: 'listening' },
  };
}

const ALOUD = /[!?！？]{2}/;

/** The product's details beside what is said anyway. */
const beside = (plan: Plan, told: Plan): Plan => ({
  ...plan,
  steps: [...plan.steps, ...told.steps.filter(({ step }) => step !== 'about')],
  state: { ...plan.state, ...told.state },
});

/** Whether answers to choose from are all there is to offer: nothing speaks of an order, or they were offered as a second try. */
const isClarified = ({ decision, steps }: Plan, context: Context): boolean =>
  decision === 'clarify' && (!speaksOfOrders(context) || steps.some((step) => step.step === 'clarify' && step.again));

/** Matters of the shop whose words are also those of who looks for goods: a pen that costs less now, a notebook as a gift. */
const ON_GOODS = /^(?:promo|price|gift|product)\./;

/** What is put in place of a weak plan. */
function instead(plan: Plan, context: Context): Plan {
  const { said, state } = context;
  const orders = isClarified(plan, context) ? undefined : byOrders(context);
  if (orders) return orders;
  if (plan.decision === 'attribute') return statedElsewhere(plan, context) ?? withNearFacts(plan, context);
  const product = productMeant(plan, context);
  const told =
    product && state.last !== `details:${product.id}`
      ? tellDetails(product, context, plan.decision === 'topic-unknown')
      : undefined;
  // What the shop has not told on a matter may stand in the details of the thing it is about.
  if (plan.decision === 'topic-unknown') {
    const goods = ON_GOODS.test(plan.source ?? '') && namesGoods(context) ? nearest(context, true) : undefined;
    if (goods) return goods;
    const best = told && product === productNamed(context) ? told.plan : tellKind(context);
    if (best) return { ...beside(plan, best), failed: undefined };
  }
  if (plan.decision === 'search') {
    const kept = seeksGoods(said) || said.slots.budget !== undefined;
    const shown = plan.steps.some(
      (step) => step.step === 'search' && (step.result.hits.length > 0 || step.result.nearest !== undefined),
    );
    if (!shown) return nearest(context, true) ?? (kept ? plan : (told?.plan ?? plan));
    return !told || kept ? plan : beside(plan, told.plan);
  }
  if (plan.decision === 'compare') return told ? beside(plan, told.plan) : (nearest(context, true) ?? plan);
  // A product that is only still in focus has to say something on the matter.
  if (told && (told.near || product === productNamed(context))) return told.plan;
  return (plan.decision === 'unknown' ? nearest(context) : undefined) ?? smallTalk(plan, context) ?? plan;
}

/** A plan that is not sure, and a product that was named: what is stated of it stands beside. */
function withDetails(plan: Plan, context: Context): Plan {
  const { said } = context;
  const asks = said.normal.question || [...said.features.concepts].some((concept) => concept.startsWith('?'));
  const [step] = plan.steps;
  const alone = step?.step === 'search' && step.result.hits.length === 1 ? step.result.hits[0]?.product : undefined;
  const guess = step?.step === 'answer' && plan.confidence < GUESS ? productNamed(context) : undefined;
  const product = alone ?? guess;
  return product && asks && !seeksGoods(said) ? beside(plan, tellDetails(product, context).plan) : plan;
}

/** Asks for the day on which something is back. */
const RESTOCK =
  /补货|补不补|[日天五六会再]补|补吗|(?:哪天|什么时候|啥时候|几号|多久)(?:能|才|会|再)?(?:有|到|补|上)|上架|到货|几月几号|restock|\bback (?:in|by|on)|when.{0,24}(?:back|more|again|available)/;

/** Of what is sold out, in part at least, nobody here knows when there will be more: that is said. */
function withoutDay(plan: Plan, { said }: Context): Plan {
  const [step] = plan.steps;
  const gone =
    step?.step === 'variants'
      ? step.variants.every(({ stock }) => stock === 0)
      : step?.step === 'attribute' &&
        step.asked === 'stock' &&
        (step.product.stock === 0 || (step.product.variants ?? []).some(({ stock }) => stock === 0));
  return gone && RESTOCK.test(said.normal.text)
    ? { ...plan, steps: [...plan.steps, { step: 'flow', text: LINES.noDay, values: {}, person: true }] }
    : plan;
}

/**
 * A second look at a plan that leaves open what was asked: what was asked back before, an order, what is stated of the
 * product that is meant; or, where nothing is, the way to a person. Who is upset or loud is shown that way in any case.
 */
export function lookAgain(plan: Plan, context: Context): Plan {
  if (plan.actions || context.state.flow || plan.state?.flow) return plan;
  if (plan.steps[0]?.step === 'sign-in')
    return { ...plan, steps: [{ step: 'flow', text: LINES.signIn, values: {}, person: true }] };
  const sure = chosen(plan, context) ?? totalOf(context) ?? ofOwnGoods(plan, context) ?? byLibrary(plan, context);
  if (sure) return asksAgain(sure, context) ? withPerson(sure, context) : sure;
  const vague = plan.decision === 'which-kind' && plan.steps[0]?.step === 'line' ? nearest(context, true) : undefined;
  const weak = vague !== undefined || isWeak(plan);
  const better =
    vague ?? (weak ? instead(plan, context) : withDetails(withoutDay(toldOfEach(plan, context), context), context));
  if (better.actions) return better;
  const lost = asksAgain(better, context) || ALOUD.test(context.message.text) || (weak && isUpset(context.said));
  return lost || (weak && better.decision === 'search') ? withPerson(better, context) : better;
}
