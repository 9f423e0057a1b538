import { planByLibrary } from '../dialogue/by-library.ts';
import type { Context } from '../dialogue/context.ts';
import { askOrders } from '../dialogue/orders.ts';
import type { Plan } from '../dialogue/plan.ts';
import { seeksGoods } from '../dialogue/seeks-goods.ts';
import { tellAttribute } from '../dialogue/tell-attribute.ts';
import { wantsOf } from '../selling/find-products.ts';
import { tellDetails } from './details.ts';
import { isWeak } from './is-weak.ts';
import { LINES } from './lines.ts';
import { askedBack, oneOf, productMeant } from './product-meant.ts';

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

/** Somebody just talks: nothing is asked, and nothing here is named. */
function smallTalk(plan: Plan, { said, state }: Context): Plan | undefined {
  const idle =
    plan.decision === 'unknown' &&
    !said.normal.question &&
    state.focus === undefined &&
    state.hunt === undefined &&
    state.last !== 'listening' &&
    ![...said.features.concepts].some((concept) => concept.startsWith('?')) &&
    (said.intents === undefined || said.intents.band !== 'answer');
  if (!idle) return undefined;
  return {
    decision: 'listening',
    confidence: 0.4,
    steps: [{ step: 'flow', text: LINES.listening, values: {}, person: true }],
    // The second time in a row nothing was understood.
    state: { last: 'listening' },
  };
}

/** The same with the way to a person, where nothing in it leads there. */
const withPerson = (plan: Plan): Plan => ({
  ...plan,
  steps: [...plan.steps, { step: 'flow', text: LINES.other, values: {}, person: true }],
});

/**
 * A second look at a plan that leaves open what was asked: what was asked back before, an order, what is stated of the
 * product that is meant; or, where nothing is, the way to a person.
 */
export function lookAgain(plan: Plan, context: Context): Plan {
  if (plan.actions || context.state.flow) return plan;
  const sure = chosen(plan, context) ?? byLibrary(plan, context);
  if (sure) return sure;
  if (!isWeak(plan)) return plan;
  const orders = byOrders(context);
  if (orders) return orders;
  const product = productMeant(plan, context);
  const told = product && context.state.last !== `details:${product.id}` ? tellDetails(product, context) : undefined;
  const asks = context.said.normal.question || plan.failed || wantsOf(context.said.features).length > 1;
  const shown =
    plan.decision === 'search' && plan.steps.some((step) => step.step === 'search' && step.result.hits.length > 0);
  if (told && asks && !shown) return told;
  // Cards are there already: what is stated of the one that is meant comes beside them.
  if (told && asks && !seeksGoods(context.said))
    return { ...plan, steps: [...plan.steps, ...told.steps], state: { ...plan.state, ...told.state } };
  const idle = smallTalk(plan, context);
  if (idle) return idle;
  return plan.failed || plan.decision !== 'search' ? plan : withPerson(plan);
}
