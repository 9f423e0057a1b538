import { askedAttributes } from '../graph/attribute-question.ts';
import { GOODS } from '../library/weights.ts';
import { wantsOf } from '../selling/find-products.ts';
import { thingsOf } from '../selling/things.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import { intentOf } from '../understanding/understanding.ts';
import { aboutOtherGoods } from './answers-on-goods.ts';
import { beginFlow, namesNoPart, sureFlow, triggered } from './begin-flow.ts';
import type { Context } from './context.ts';
import { proposeDelight } from './delight.ts';
import { giveAnswer } from './give-answer.ts';
import { askOrders } from './orders.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';
import { askedAlone, asksSomething, proposeAttribute } from './propose-attribute.ts';
import { proposeCompare, proposeRefer } from './propose-goods.ts';
import { proposeMeasured } from './propose-measured.ts';
import { proposeRefine } from './propose-refine.ts';
import { proposeSearch } from './propose-search.ts';
import { proposeVariant } from './propose-variant.ts';
import { seeksGoods } from './seeks-goods.ts';
import { talk } from './talk.ts';
import { proposeTaste } from './taste-talk.ts';
import { policyOrUnknown, tellPolicy } from './tell-policy.ts';

/** Tasks that change an order. */
const CHANGES = ['change-address', 'change-items', 'cancel-order'] as const;

/** Whether «do you have …» is all that is asked. */
const asksForGoodsAlone = (said: Context['said']): boolean =>
  seeksGoods(said) &&
  askedAttributes(said.features).length === 0 &&
  [...said.features.concepts].every((concept) => concept === '?whether' || !concept.startsWith('?'));

/** What the sentence could be about, each with its certainty. */
export function proposals(context: Context): readonly Proposal[] {
  const { said, message } = context;
  const found: (Proposal | undefined)[] = [];
  // What is asked of the product in focus, or of none that is named, is no question about other goods.
  const own = askedAlone(context);
  const answer = said.readings.find(
    (one) => one.kind === 'answer' && !(own && aboutOtherGoods(context, one.id, own.asked, own.product)),
  );
  // Who looks for a present wants to see some; how it is wrapped is asked in words of its own.
  const present = said.features.concepts.has('gift') && !said.features.concepts.has('wrap') && seeksGoods(said);
  // A thing with a limit of price, or named and nothing asked of it, is looked for, whatever answer speaks of it.
  const { budget } = said.slots;
  const wants = wantsOf(said.features);
  const hunted =
    (budget !== undefined || !asksSomething(said) || asksForGoodsAlone(said)) &&
    thingsOf(wants, context.knowledge.catalogue).length > 0 &&
    wants.every(({ concepts }) => concepts.length === 0 || concepts.some((concept) => GOODS.has(concept)));
  const less = present || hunted ? 0.3 : 0;
  if (answer && answer.confidence >= ANSWER_BAND)
    found.push({ confidence: answer.confidence - less, plan: () => giveAnswer(context, answer.id, answer.confidence) });
  const intent = (id: string, plan: (confidence: number) => Plan, bias = 0) => {
    const confidence = intentOf(said, id);
    if (confidence >= ANSWER_BAND) found.push({ confidence: confidence + bias, plan: () => plan(confidence) });
  };
  intent('greet', (c) => talk('greet', c, { step: 'greet', name: message.shopper.name }), -0.1);
  intent('thanks', (c) => talk('thanks', c, { step: 'line', line: 'thanks' }), -0.1);
  // «Is that all?» wants more.
  if (!said.normal.question) intent('bye', (c) => talk('bye', c, { step: 'line', line: 'bye' }), -0.1);
  intent('bot.identity', (c) => talk('bot', c, { step: 'bot' }), -0.05);
  // A merchant's answer on the same matter is about shops in general; a shopper with an order means his own.
  const his = ['mine', 'late', 'track', 'parcel'].some((concept) => said.features.concepts.has(concept));
  const mine = message.shopper.signedIn && !said.features.concepts.has('?whether');
  intent('order.status', (c) => askOrders(context, c), his ? (mine ? 0.05 : -0.04) : mine ? -0.04 : -0.2);
  const urged = said.intents?.ranked[0]?.label === 'order.urge' ? sureFlow(context) : undefined;
  if (urged && context.knowledge.tools.has('orders.urge'))
    found.push({ confidence: 1, plan: () => beginFlow(urged, context, said.intents?.right ?? 1) });
  const flow = triggered(context);
  if (flow)
    found.push({
      confidence: flow.confidence + flow.bias,
      plan: () => beginFlow(flow.start, context, flow.confidence),
    });
  const change = intentOf(said, 'order.address');
  const tasks = CHANGES.filter((id) => context.knowledge.starts.byId(id));
  if (!flow && tasks.length > 0 && change >= ANSWER_BAND && namesNoPart(said))
    found.push({
      confidence: change,
      plan: () => ({
        decision: 'which-task',
        confidence: change,
        steps: [{ step: 'which-task', tasks }],
      }),
    });
  found.push(
    proposeVariant(context),
    proposeMeasured(context),
    proposeAttribute(context),
    proposeCompare(context),
    proposeRefer(context),
    proposeRefine(context),
    proposeTaste(context),
    proposeDelight(context),
    proposeSearch(context),
  );
  for (const one of said.readings)
    if (one.kind === 'intent' && one.confidence >= ANSWER_BAND && TOPIC.test(one.id))
      found.push({
        confidence: one.confidence - 0.15 - less,
        // A task that is asked for is begun rather than said to be unknown; what the shop promises on it is told first.
        plan: () => {
          const told = tellPolicy(context, one.id, one.confidence);
          const task = told ? undefined : sureFlow(context);
          return task ? beginFlow(task, context, one.confidence) : policyOrUnknown(context, one.id, one.confidence);
        },
      });
  return found.filter((one) => one !== undefined).sort((a, b) => b.confidence - a.confidence);
}

const TOPIC =
  /^(?:shipping|payment|invoice|promo|price|return|exchange|refund|delivery|item|warranty|product|gift|member|account|privacy|install|shop)\./;
