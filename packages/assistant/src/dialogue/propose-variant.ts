import type { Product, Variant } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { findProducts, MET, wantsOf } from '../selling/find-products.ts';
import { oneOfThese, thingsOf } from '../selling/things.ts';
import { readFeatures, type Segment } from '../text/features.ts';
import { meet } from '../understanding/similarity.ts';
import { type Context, focusOf } from './context.ts';
import { isEllipsis } from './ellipsis.ts';
import type { Proposal } from './proposal.ts';

/** Products looked into when one is only named by its kind. */
const LOOKED_INTO = 6;

/** Whether a choice is called so; a colour also by its one character: 红色 is said of 砖红. */
function calls(want: Segment, variant: Variant, { knowledge }: Context): boolean {
  const colour = /^(\p{Script=Han})[色的]$/u.exec(want.text)?.[1];
  return everyText(variant.label).some((label) => {
    if (colour !== undefined && label.includes(colour)) return true;
    const { units } = readFeatures(label, knowledge.vocabulary);
    const { share } = meet(
      want,
      (key) => (units.has(key) ? 1 : 0),
      () => 1,
    );
    return share >= MET;
  });
}

/** The choices of a product that are meant: every word fits the product, and some tell its choices apart. */
function meant(product: Product, wants: readonly Segment[], context: Context): readonly Variant[] {
  const variants = product.variants ?? [];
  const { index, byId } = context.knowledge.catalogue;
  const doc = byId.get(product.id) ?? 0;
  let left = variants;
  let told = false;
  for (const want of wants) {
    const called = left.filter((variant) => calls(want, variant, context));
    if (called.length > 0 && called.length < variants.length) {
      left = called;
      told = true;
    } else if (called.length === 0) {
      const { share } = meet(want, (key) => Math.min(1, index.weight(doc, key) / 0.55), index.rarity);
      if (share < MET) return [];
    }
  }
  return told ? left : [];
}

/** A question for one choice of a product: 眼罩有墨色的吗, the robe in L?, and after that «and in M?». */
export function proposeVariant(context: Context): Proposal | undefined {
  const { said, knowledge } = context;
  const { concepts } = said.features;
  const asks =
    said.normal.question || isEllipsis(said) || ['stock', 'price', '?whether'].some((concept) => concepts.has(concept));
  if (!asks || said.slots.budget) return undefined;
  const wants = wantsOf(said.features, ['price', 'stock', 'colour', 'size', 'fit']);
  if (wants.length === 0) return undefined;
  const { catalogue } = knowledge;
  const things = thingsOf(wants, catalogue);
  if (things.length === wants.length) return undefined;
  const called = oneOfThese(things, catalogue);
  const focus = focusOf(context);
  const own = focus && called(focus) ? meant(focus, wants, context) : [];
  const found: { product: Product; variants: readonly Variant[] }[] =
    focus && own.length > 0 ? [{ product: focus, variants: own }] : [];
  if (found.length === 0 && things.length > 0)
    for (const { product } of findProducts(
      wants,
      catalogue,
      (one) => one.onSale !== false && (one.variants?.length ?? 0) > 1 && called(one),
    ).slice(0, LOOKED_INTO)) {
      const variants = meant(product, wants, context);
      if (variants.length > 0) found.push({ product, variants });
    }
  const [one] = found;
  if (!one || found.length > 1) return undefined;
  return {
    confidence: 0.92,
    plan: () => ({
      decision: 'variant',
      confidence: 0.92,
      source: one.product.id,
      steps: [{ step: 'variants', ...one }],
      state: { focus: one.product.id },
      used: [one.product.id],
    }),
  };
}
