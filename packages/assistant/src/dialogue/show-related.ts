import type { Product } from '../knowledge/knowledge-source.ts';
import { findProducts, wantsOf } from '../selling/find-products.ts';
import { ENOUGH } from '../selling/narrow.ts';
import { fillers, goesWith, similarTo } from '../selling/relations.ts';
import { withoutWish } from '../selling/wishes.ts';
import { features } from '../text/features.ts';
import { type Context, focusOf, shownOf } from './context.ts';
import type { CardReason, GoodsLine, Plan, Step } from './plan.ts';
import { policyOrUnknown } from './tell-policy.ts';

type Goods = Extract<Step, { readonly step: 'goods' }>;

const goods = (line: GoodsLine, items: Goods['items'], more: Partial<Goods> = {}): Goods => ({
  step: 'goods',
  line,
  items,
  ...more,
});

/** How surely words that name a product must name it. */
const NAMED = 0.6;

/** What is meant: the product that is named beside the wish, else the one in focus, else the first that was shown. */
function before(context: Context): Product | undefined {
  const { knowledge, said } = context;
  const { catalogue, vocabulary } = knowledge;
  const wants = wantsOf(features(withoutWish(said.normal.text, knowledge.selling), vocabulary));
  const [named] = wants.length > 0 ? findProducts(wants, catalogue, ({ onSale }) => onSale !== false, true) : [];
  if (named && named.coverage >= NAMED) return named.product;
  return focusOf(context) ?? shownOf(context)[0];
}

const planOf = (step: Goods, about: Product, confidence: number): Plan => {
  const ids = step.items.map(({ product }) => product.id);
  return {
    decision: 'related',
    confidence,
    source: about.id,
    steps: [step],
    // The focus stays: what is shown beside a thing is asked about by its place.
    state: { focus: about.id, shown: ids },
    used: ids,
  };
};

const line = (name: 'noSimilar' | 'nothingBeside', confidence: number): Plan => ({
  decision: 'related',
  confidence,
  steps: [{ step: 'line', line: name }],
});

/** How a price stands to another, as a reason; that it is of the kind where they are the same. */
function beside(product: Product, other: Product): CardReason {
  const gap = product.price.amount - other.price.amount;
  if (gap === 0 || product.price.currency !== other.price.currency) return { why: 'kind' };
  return { why: gap < 0 ? 'cheaper' : 'dearer', money: { ...product.price, amount: Math.abs(gap) } };
}

type Accept = (product: Product) => boolean;

/** Cards of what is most like a product. */
export function similarGoods(
  about: Product,
  context: Context,
  accept: Accept = () => true,
  broadly = false,
): Goods | undefined {
  const found = similarTo(about, context.knowledge, broadly).filter(accept).slice(0, ENOUGH);
  if (found.length === 0) return undefined;
  const gone = about.stock === 0 || about.onSale === false;
  const items = found.map((product) => ({ product, reason: beside(product, about) }));
  return goods(gone ? 'instead' : 'similar', items, { about });
}

/** What is most like a product: `of`, else the one before the shopper. */
export function planSimilar(
  context: Context,
  of: Product | undefined,
  confidence: number,
  accept?: Accept,
): Plan | undefined {
  const about = of ?? before(context);
  if (!about) return undefined;
  const step = similarGoods(about, context, accept, of === undefined);
  if (step) return planOf(step, about, confidence);
  return of ? undefined : line('noSimilar', confidence);
}

/** Cards of what goes with a product. */
export function goodsBeside(about: Product, context: Context, above: GoodsLine = 'goesWith'): Goods | undefined {
  const found = goesWith(about, context.knowledge).slice(0, ENOUGH);
  return found.length === 0
    ? undefined
    : goods(
        above,
        found.map((product) => ({ product, reason: { why: 'roof' } })),
        { about },
      );
}

/** What goes with the product before the shopper. */
export function planGoesWith(context: Context, confidence: number): Plan | undefined {
  const about = before(context);
  if (!about) return undefined;
  const step = goodsBeside(about, context);
  return step ? planOf(step, about, confidence) : line('nothingBeside', confidence);
}

/** What brings an order with the product before the shopper to where delivery is free. */
export function planBundle(context: Context, confidence: number): Plan | undefined {
  const about = before(context);
  const free = context.knowledge.source.shop.policies?.freeShippingFrom;
  // Without an amount of the shop, or a thing to begin with, what it says about postage is all there is to say; others tell it.
  if (!about || !free || free.currency !== about.price.currency) return undefined;
  const gap = free.amount - about.price.amount;
  if (gap <= 0) return { decision: 'related', confidence, steps: [{ step: 'line', line: 'alreadyFree' }] };
  const items = fillers(about, gap, context.knowledge)
    .slice(0, ENOUGH)
    .map((product) => ({
      product,
      reason: {
        why: 'together',
        money: { ...about.price, amount: about.price.amount + product.price.amount },
      } as const,
    }));
  if (items.length === 0) return policyOrUnknown(context, 'shipping.cost', confidence);
  return planOf(goods('bundle', items, { about, money: { ...free, amount: gap } }), about, confidence);
}
