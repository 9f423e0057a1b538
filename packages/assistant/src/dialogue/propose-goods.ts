import { askedAttributes } from '../graph/attribute-question.ts';
import { readSides } from '../graph/compare.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { findProducts, wantsOf } from '../selling/find-products.ts';
import { features } from '../text/features.ts';
import { atPlace, readOrdinals } from '../understanding/slots/ordinal.ts';
import { type Context, focusOf, shownOf } from './context.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';

/** The product one side of a comparison names: a place in the list, the one in focus, or the best by name. */
function sideProduct(context: Context, side: string, beside: Product | undefined): Product | undefined {
  const place = readOrdinals(side)[0];
  if (place !== undefined) return atPlace(shownOf(context), place);
  const said = features(side, context.knowledge.vocabulary);
  const wants = wantsOf(said);
  if (wants.length === 0) return said.concepts.has('deictic') ? focusOf(context) : undefined;
  const { catalogue } = context.knowledge;
  const found = findProducts(
    wants,
    catalogue,
    (product) => product.onSale !== false && product.id !== beside?.id,
    true,
  );
  const best = found[0];
  if (!best || best.coverage < 0.6) return undefined;
  // Of equal matches the one beside the other in the shop compares best.
  const kin = beside?.category.at(-1);
  const equal = found.filter(({ coverage }) => coverage >= best.coverage - 0.05);
  return (
    equal.find(({ product }) => kin !== undefined && JSON.stringify(product.category.at(-1)) === JSON.stringify(kin)) ??
    best
  ).product;
}

const comparePlan = ({ said }: Context, left: Product, right: Product, confidence: number): Plan => ({
  decision: 'compare',
  confidence,
  source: `${left.id} ${right.id}`,
  steps: [{ step: 'compare', left, right, asked: askedAttributes(said.features)[0] }],
  state: { shown: [left.id, right.id], focus: undefined },
  used: [left.id, right.id],
});

/** A comparison of two things. */
export function proposeCompare(context: Context): Proposal | undefined {
  const { said, knowledge } = context;
  const { concepts } = said.features;
  if (knowledge.catalogue.products.length === 0) return undefined;
  if (!concepts.has('compare') && !/还是|\S比\S|\bor\b/.test(said.normal.text)) return undefined;
  const asked = concepts.has('compare');
  const [a, b] = said.slots.ordinals;
  const shown = shownOf(context);
  if (a !== undefined && b !== undefined) {
    const left = atPlace(shown, a);
    const right = atPlace(shown, b);
    if (left && right && left !== right)
      return { confidence: 0.95, plan: () => comparePlan(context, left, right, 0.95) };
  }
  const sides = readSides(said.normal.text, knowledge.selling);
  if (sides) {
    const first = sideProduct(context, sides.left, undefined);
    const right = sideProduct(context, sides.right, first);
    const left = first && right ? (sideProduct(context, sides.left, right) ?? first) : first;
    if (left && right && left.id !== right.id)
      return { confidence: asked ? 0.93 : 0.75, plan: () => comparePlan(context, left, right, 0.93) };
    if (asked && (left || right)) {
      const words = left ? sides.right : sides.left;
      return {
        confidence: 0.8,
        plan: () => ({ decision: 'compare', confidence: 0.8, steps: [{ step: 'compare-unknown', words }] }),
      };
    }
  }
  const wants = wantsOf(said.features);
  if (asked && wants.length === 0 && shown.length >= 2) {
    const [left, right] = shown;
    if (left && right) return { confidence: 0.8, plan: () => comparePlan(context, left, right, 0.8) };
  }
  if (!asked || wants.length > 0 || shown.length >= 2) return undefined;
  return {
    confidence: 0.5,
    plan: () => ({ decision: 'compare', confidence: 0.5, steps: [{ step: 'line', line: 'compareWhat' }] }),
  };
}

/** A turn that only points at something shown: 第二个, the cheaper one. */
export function proposeRefer(context: Context): Proposal | undefined {
  const { said } = context;
  const shown = shownOf(context);
  if (shown.length === 0 || wantsOf(said.features).length > 1) return undefined;
  const place = said.slots.ordinals[0];
  const { concepts } = said.features;
  const sorted = [...shown].sort((x, y) => x.price.amount - y.price.amount);
  const product =
    place !== undefined
      ? atPlace(shown, place)
      : concepts.has('cheaper')
        ? sorted[0]
        : concepts.has('dearer')
          ? sorted.at(-1)
          : undefined;
  if (!product && place !== undefined)
    return {
      confidence: 0.9,
      plan: () => ({ decision: 'about', confidence: 0.9, steps: [{ step: 'only-shown', n: shown.length }] }),
    };
  if (!product) return undefined;
  return { confidence: 0.9, plan: () => aboutProduct(product, 0.9) };
}

/** Shows one product. */
export const aboutProduct = (product: Product, confidence: number): Plan => ({
  decision: 'about',
  confidence,
  source: product.id,
  steps: [{ step: 'about', product }],
  state: { focus: product.id },
  used: [product.id],
});
