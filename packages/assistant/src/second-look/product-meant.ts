import { minorDigits } from '@xiaoer/core/protocol';
import { type Context, focusOf, productById } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { findProducts, MET, wantsOf } from '../selling/find-products.ts';

/** How far the best one must be ahead of the next to be meant alone. */
const AHEAD = 0.06;

/** How much of what was said a name must have to be it at all. */
const NAMED = 0.35;

/** Share of the best one's coverage that makes another one as likely. */
const ALIKE = 0.8;

const majorUnits = ({ amount, currency }: Product['price']): number => amount / 10 ** minorDigits(currency);

const onSale = (product: Product): boolean => product.onSale !== false;

/** The one of these products whose price stands in the words: «the 1999 one». */
function byPrice(products: readonly Product[], { said }: Context): Product | undefined {
  const numbers = new Set((said.normal.text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
  const found = products.filter(({ price, variants = [] }) =>
    [price, ...variants.flatMap((one) => one.price ?? [])].some((one) => numbers.has(majorUnits(one))),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The best of some products by its name, if it is ahead of the others. */
function byName(accept: (product: Product) => boolean, { said, knowledge }: Context): Product | undefined {
  const [best, next] = findProducts(wantsOf(said.features), knowledge.catalogue, accept, true);
  if (!best || best.coverage < NAMED || !best.met.some((share) => share >= MET)) return undefined;
  return next && best.order - next.order < AHEAD ? undefined : best.product;
}

/** What the buttons of the last question ask of which product. */
export function askedBack({
  state,
  knowledge,
}: Context): readonly { readonly asked: string; readonly product: Product }[] {
  return (state.offered ?? []).flatMap((value) => {
    const [, asked, id] = /^attribute:([^:]+):(.+)$/.exec(value) ?? [];
    const product = productById(knowledge, id);
    return asked !== undefined && product ? [{ asked, product }] : [];
  });
}

/** Which of some products is meant, by its price or its name. */
export function oneOf(products: readonly Product[], context: Context): Product | undefined {
  const among = new Set(products);
  return byPrice(products, context) ?? byName((product) => among.has(product), context);
}

/** The product that a sentence names: by its name, or by its price among those that were shown. */
export function productNamed(context: Context): Product | undefined {
  const shown = (context.state.shown ?? []).flatMap((id) => productById(context.knowledge, id) ?? []);
  return byPrice(shown, context) ?? byName(onSale, context);
}

/** The product that a sentence is about: one that is told of or shown alone, named, or still in focus. */
export function productMeant({ steps }: Plan, context: Context): Product | undefined {
  for (const step of steps) {
    if (step.step === 'attribute') return step.product;
    if (step.step === 'search' && step.result.hits.length === 1) return step.result.hits[0]?.product;
  }
  const named = productNamed(context);
  if (named) return named;
  const [other] = findProducts(wantsOf(context.said.features), context.knowledge.catalogue, onSale, true);
  // Who names other goods, without saying which of them, has left what was in focus.
  return other?.met.some((share) => share >= 0.9) ? undefined : focusOf(context);
}

/** Products that are called nearly as well by the same words, the best first. */
export function productsCalled(context: Context): readonly Product[] {
  const found = findProducts(wantsOf(context.said.features), context.knowledge.catalogue, onSale, true);
  const least = (found[0]?.coverage ?? 0) * ALIKE;
  return found.filter(({ coverage }) => coverage >= least).map(({ product }) => product);
}
