import { planByLibrary } from '../dialogue/by-library.ts';
import type { Context } from '../dialogue/context.ts';
import { planHunt, searchHunt } from '../dialogue/hunt-goods.ts';
import { askOrders } from '../dialogue/orders.ts';
import type { Plan } from '../dialogue/plan.ts';
import { seeksGoods } from '../dialogue/seeks-goods.ts';
import { tellAttribute } from '../dialogue/tell-attribute.ts';
import { factsAbout } from '../graph/attribute-question.ts';
import { wantsOf } from '../selling/find-products.ts';
import type { Hunt } from '../selling/hunt.ts';
import { thingsOf } from '../selling/things.ts';
import { isScrap } from '../text/scrap.ts';
import { isUpset } from '../understanding/mood.ts';
import { tellDetails, withNearFacts } from './details.ts';
import { isWeak } from './is-weak.ts';
import { LINES } from './lines.ts';
import { askedBack, oneOf, productMeant, productNamed, productsCalled } from './product-meant.ts';

/** What somebody with an order speaks of. */
const OF_ORDERS = [
  'order',
  'parcel',
  'track',
  'ship',
  'late',
  'deliver',
  'carrier',
  'refund',
  'return',
  'cancel',
  'mine',
];

/** Matters that an order of the shopper answers, by the library. */
const ON_ORDERS = /^(?:order\.(?:status|urge|confirm)|delivery\.(?:track|late|lost)|refund\.(?:status|amount))$/;

/** Share of the words that goods must have to be shown as the nearest: where a thing is named, and where none is. */
const NEAR = 0.3;
const ALONE = 0.6;

/** Below this an answer is a guess. */
const GUESS = 0.9;

/** How sure the library must be to go before words that goods have as well. */
const SURE = 0.85;

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

/** What the library is sure of, where only words that goods have as well speak for something else. */
function byLibrary(plan: Plan, context: Context): Plan | undefined {
  const { intents } = context.said;
  const [best] = intents?.ranked ?? [];
  if (!intents || !best || intents.band !== 'answer' || intents.right < SURE) return undefined;
  const { signedIn } = context.message.shopper;
  const goods = plan.decision === 'search' || plan.decision === 'attribute' || plan.decision === 'answer';
  if (signedIn && goods && ON_ORDERS.test(best.label) && plan.confidence < intents.right)
    return askOrders(context, intents.right);
  if (plan.decision !== 'search' || !/^(?:order|return|exchange|refund)\./.test(best.label)) return undefined;
  return planByLibrary(context);
}

/** The orders of somebody who is signed in and speaks of one. */
function byOrders(context: Context): Plan | undefined {
  const { said, message, state } = context;
  if (!message.shopper.signedIn || state.last === 'orders') return undefined;
  const best = said.intents?.band === 'hand-over' ? undefined : said.intents?.ranked[0]?.label;
  const meant =
    OF_ORDERS.some((concept) => said.features.concepts.has(concept)) ||
    (best !== undefined && /^(?:order|delivery|refund|return|item)\./.test(best));
  if (!meant) return undefined;
  const plan = askOrders(context, 0.5);
  return { ...plan, state: { ...plan.state, last: 'orders' } };
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

/** What is nearest to words that no product has all of. */
function nearest(plan: Plan, context: Context): Plan | undefined {
  if (plan.decision !== 'unknown') return undefined;
  const { said, state } = context;
  const wants = wantsOf(said.features).filter((want) => !isScrap(want));
  const budget = said.slots.budget ?? (wants.length === 0 ? undefined : state.hunt?.budget);
  const hunt: Hunt = {
    words: wants
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 120),
    ...(budget ? { budget } : {}),
  };
  const things = thingsOf(wants, context.knowledge.catalogue);
  if (wants.length === 0 || (said.normal.question && things.length === 0)) return undefined;
  const result = searchHunt(hunt, context);
  return result.hits.length > 0 && result.known >= (things.length > 0 ? NEAR : ALONE)
    ? planHunt(hunt, result, context, 0.4)
    : undefined;
}

/** Somebody just talks: nothing is asked, and nothing here is named. */
function smallTalk(plan: Plan, { said, state }: Context): Plan | undefined {
  const idle =
    plan.decision === 'unknown' &&
    state.failures === 0 &&
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

/** Whether a step has the button for a person. */
const leadsToPerson = (step: Plan['steps'][number]): boolean =>
  ('person' in step && step.person === true) ||
  ['unknown', 'clarify', 'topic-unknown', 'sorry', 'bot', 'handoff'].includes(step.step) ||
  (step.step === 'attribute' && step.facts.length === 0) ||
  (step.step === 'search' && step.result.hits.length === 0);

/** The same with the way to a person, where nothing in it leads there. */
const withPerson = (plan: Plan): Plan =>
  plan.steps.length === 0 || plan.steps.some(leadsToPerson)
    ? plan
    : { ...plan, steps: [...plan.steps, { step: 'flow', text: LINES.other, values: {}, person: true }] };

const ALOUD = /[!?！？]{2}/;

/** The product's details beside what is said anyway. */
const beside = (plan: Plan, told: Plan): Plan => ({
  ...plan,
  steps: [...plan.steps, ...told.steps.filter(({ step }) => step !== 'about')],
  state: { ...plan.state, ...told.state },
});

/** What is put in place of a weak plan. */
function instead(plan: Plan, context: Context): Plan {
  const { said, state } = context;
  const orders = plan.decision === 'clarify' ? undefined : byOrders(context);
  if (orders) return orders;
  if (plan.decision === 'attribute') return statedElsewhere(plan, context) ?? withNearFacts(plan, context);
  const product = productMeant(plan, context);
  const told = product && state.last !== `details:${product.id}` ? tellDetails(product, context) : undefined;
  if (plan.decision === 'search') {
    const kept = seeksGoods(said) || said.slots.budget !== undefined;
    const shown = plan.steps.some(
      (step) => step.step === 'search' && (step.result.hits.length > 0 || step.result.nearest !== undefined),
    );
    return !told || kept ? plan : shown ? beside(plan, told.plan) : told.plan;
  }
  if (plan.decision === 'compare') return told ? beside(plan, told.plan) : plan;
  // A product that is only still in focus has to say something on the matter.
  if (told && (told.near || (plan.decision !== 'topic-unknown' && product === productNamed(context)))) return told.plan;
  return nearest(plan, context) ?? smallTalk(plan, context) ?? plan;
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

/**
 * A second look at a plan that leaves open what was asked: what was asked back before, an order, what is stated of the
 * product that is meant; or, where nothing is, the way to a person. Who is upset or loud is shown that way in any case.
 */
export function lookAgain(plan: Plan, context: Context): Plan {
  if (plan.actions || context.state.flow || plan.state?.flow) return plan;
  if (plan.steps[0]?.step === 'sign-in')
    return { ...plan, steps: [{ step: 'flow', text: LINES.signIn, values: {}, person: true }] };
  const sure = chosen(plan, context) ?? byLibrary(plan, context);
  if (sure) return sure;
  const weak = isWeak(plan);
  const better = weak ? instead(plan, context) : withDetails(plan, context);
  if (better.actions) return better;
  const loud = ALOUD.test(context.message.text) || (weak && isUpset(context.said));
  return loud || (weak && better.decision === 'search') ? withPerson(better) : better;
}
