import { beginFlow, flowFor } from '../dialogue/begin-flow.ts';
import { planByLibrary } from '../dialogue/by-library.ts';
import type { Context } from '../dialogue/context.ts';
import { askOrders } from '../dialogue/orders.ts';
import type { Plan } from '../dialogue/plan.ts';

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

/** What he paid is told by the order. */
const PAID = /扣了|扣我|付了|付的|花了我?\d|\b(?:charged|paid|billed)\b/;

/** The end of an order's number, as it is said: 1047 啥时候发. */
const NUMBER = /(?<![\d.¥$])\d{4}(?![\d.]|\s?(?:元|块|mm|ml|g\b|年))/;

/** Matters that an order of the shopper answers, by the library. */
const ON_ORDERS = /^(?:order\.(?:status|urge|confirm)|delivery\.(?:track|late|lost)|refund\.(?:status|amount))$/;

/** How sure the library must be to go before words that goods have as well. */
const SURE = 0.85;

/** Below this an answer is a guess. */
const GUESS = 0.8;

/** Decisions about goods, which words of an order may have as well. */
const GOODS: ReadonlySet<string> = new Set(['search', 'attribute', 'variant', 'answer']);

/** What the library is sure of, where only words that goods have as well speak for something else. */
export function byLibrary(plan: Plan, context: Context): Plan | undefined {
  const { intents } = context.said;
  const [best] = intents?.ranked ?? [];
  if (!intents || !best || intents.band !== 'answer' || intents.right < SURE) return undefined;
  const { signedIn } = context.message.shopper;
  if (signedIn && GOODS.has(plan.decision) && ON_ORDERS.test(best.label) && plan.confidence < intents.right)
    return askOrders(context, intents.right);
  if (plan.decision !== 'search' || !/^(?:order|return|exchange|refund)\./.test(best.label)) return undefined;
  return planByLibrary(context);
}

/** What somebody who is signed in wants done to goods that he has ordered, or hear of them: «where's my pan?» */
export function ofOwnGoods(plan: Plan, context: Context): Plan | undefined {
  const { said, message } = context;
  const { concepts } = said.features;
  const guess = plan.decision === 'answer' && plan.confidence < GUESS;
  if (!message.shopper.signedIn || !(guess || ['search', 'attribute', 'variant'].includes(plan.decision)))
    return undefined;
  if (!concepts.has('mine') && !concepts.has('order') && !concepts.has('parcel') && !concepts.has('late'))
    return undefined;
  const cancel = concepts.has('cancel') ? flowFor('order.cancel', context) : undefined;
  if (cancel) return beginFlow(cancel, context, 0.7);
  return ['track', 'late', '?where', 'parcel'].some((one) => concepts.has(one)) ? askOrders(context, 0.7) : undefined;
}

/** Whether two words or more are about an order, and not only about the rules. */
export const speaksOfOrders = ({ said }: Context): boolean =>
  OF_ORDERS.filter((concept) => said.features.concepts.has(concept)).length > 1;

/** The orders of somebody who is signed in and speaks of one. */
export function byOrders(context: Context): Plan | undefined {
  const { said, message, state } = context;
  if (!message.shopper.signedIn || state.last === 'orders') return undefined;
  const best = said.intents?.band === 'hand-over' ? undefined : said.intents?.ranked[0]?.label;
  const { concepts, segments } = said.features;
  const number = NUMBER.exec(message.text)?.[0];
  const asked = segments.some((segment) => segment.concepts.some((one) => one.startsWith('?')));
  const meant =
    OF_ORDERS.some((concept) => concepts.has(concept)) ||
    PAID.test(said.normal.text) ||
    (best !== undefined && /^(?:order|delivery|refund|return|item)\./.test(best));
  if (!meant && !(number !== undefined && asked)) return undefined;
  const plan = askOrders(context, 0.5);
  const pending = number === undefined ? {} : { pending: { kind: 'order-status', number } as const };
  return { ...plan, state: { ...plan.state, ...pending, last: 'orders' } };
}
