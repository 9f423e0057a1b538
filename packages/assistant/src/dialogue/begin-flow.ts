import type { FlowStart } from '../flows/triggers.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { wantsOf } from '../selling/find-products.ts';
import { oneOfThese, thingsOf } from '../selling/things.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import { intentOf } from '../understanding/understanding.ts';
import { type Context, focusOf } from './context.ts';
import type { Plan } from './plan.ts';

/** The turn cannot go on without the flows: the host loads them and turns again with the same state and input. */
export const LOAD_FLOWS: Plan = {
  decision: 'load',
  confidence: 1,
  steps: [],
  actions: [{ do: 'load', what: 'flows' }],
};

/**
 * Intents whose words alone begin a flow, with how they stand beside an answer of the merchant on the same matter; the
 * others are left to what the shop's answers and the library make of them.
 */
const BY_WORDS = [
  ['order.address', 0.05],
  ['order.cancel', -0.06],
] as const;

/** How surely a merchant's own phrase means his flow. */
const PHRASED = 0.95;

interface Begun {
  readonly start: FlowStart;
  readonly confidence: number;
  readonly bias: number;
}

const ITEMS = /商品|东西|宝贝|款式|颜色|尺码|规格|数量|件数|\bitems?\b|quantit|colou?r|\bsizes?\b/;

/** Whether a wish to change an order does not say what of it. */
export const namesNoPart = ({ features }: Context['said']): boolean => !features.concepts.has('address');

/** The flow that a sentence begins by its words, if it was read with enough confidence. */
export function triggered(context: Context): Begun | undefined {
  const { said, knowledge } = context;
  for (const [intent, bias] of BY_WORDS) {
    const confidence = intentOf(said, intent);
    const start = knowledge.starts.byIntent(intent);
    // «Change my order» without a word of where it goes: what the library is sure of is nearer.
    if (intent === 'order.address' && confidence >= ANSWER_BAND && namesNoPart(said)) {
      const items = ITEMS.test(said.normal.text) ? knowledge.starts.byIntent('order.items') : undefined;
      const part = sureFlow(context) ?? items;
      return part && { start: part, confidence, bias };
    }
    if (start && confidence >= ANSWER_BAND) return { start, confidence, bias };
  }
  const start = knowledge.starts.byPhrase(said.normal.text);
  if (start) return { start, confidence: PHRASED, bias: 0 };
  return undefined;
}

/** Goods of the kind that a sentence names, or the product in focus. */
function goodsNamed(context: Context): readonly Product[] {
  const { catalogue } = context.knowledge;
  const things = thingsOf(wantsOf(context.said.features), catalogue);
  const called = oneOfThese(things, catalogue);
  if (things.length > 0) return catalogue.products.filter((one) => one.onSale !== false && called(one));
  const focus = focusOf(context);
  return focus ? [focus] : [];
}

/** Tasks that a visitor is asked to sign in for; on all other matters he is told what there is to tell. */
const TASKS = /^order\./;

/** The flow of an intent, for a shopper who can go through it. */
export function flowFor(intent: string, context: Context): FlowStart | undefined {
  const { knowledge, message } = context;
  const start = knowledge.starts.byIntent(intent);
  // What size somebody wears is not asked for a thing that has no chart: what it states is told.
  const thing = start?.id === 'size-advice' ? goodsNamed(context) : [];
  if (thing.length > 0 && !thing.some(({ sizes }) => (sizes?.length ?? 0) > 0)) return undefined;
  return start && (!start.needsSignIn || message.shopper.signedIn || TASKS.test(intent)) ? start : undefined;
}

/** The flow of the intent that the library is sure of, for a shopper who can go through it. */
export function sureFlow(context: Context): FlowStart | undefined {
  const { intents } = context.said;
  const [best] = intents?.ranked ?? [];
  return best && intents?.band === 'answer' ? flowFor(best.label, context) : undefined;
}

/** Begins a flow, or has the flows loaded. */
export function beginFlow(start: FlowStart, context: Context, confidence: number, order?: string): Plan {
  const flows = context.knowledge.flows();
  return flows ? flows.begin(start, context, confidence, order) : LOAD_FLOWS;
}
