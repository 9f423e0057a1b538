import { minorDigits } from '@xiaoer/core/protocol';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { type Hunt, majorPrice, seenWith } from '../selling/hunt.ts';
import type { Wish } from '../selling/selling-talk.ts';
import { wishOf } from '../selling/wishes.ts';
import type { Budget } from '../understanding/slots/budget.ts';
import { type Context, shownOf } from './context.ts';
import { isWithin, planHunt, searchHunt } from './hunt-goods.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';
import { planBundle, planGoesWith, planSimilar } from './show-related.ts';

const SURE = 0.94;

/** The last products that were shown, with the hunt they were found by; of one that was looked at alone, its kind. */
function huntOf(context: Context): { readonly hunt: Hunt; readonly shown: readonly Product[] } | undefined {
  const shown = shownOf(context);
  const { hunt } = context.state;
  if (hunt) return { hunt, shown };
  const kind = shown[0]?.category.at(-1);
  return kind && shown.length > 0 ? { hunt: { words: '', category: everyText(kind)[0] ?? '' }, shown } : undefined;
}

const nothing = (line: 'noOthers', confidence: number): Plan => ({
  decision: 'search',
  confidence,
  steps: [{ step: 'line', line, person: true }],
});

/** Cheaper, or dearer, than what was shown; where there is none, which of these it is already. */
function planPrice(
  way: 'cheaper' | 'dearer',
  context: Context,
  hunt: Hunt,
  shown: readonly Product[],
): Plan | undefined {
  const sorted = [...shown].sort((a, b) => a.price.amount - b.price.amount);
  const edge = way === 'cheaper' ? sorted[0] : sorted.at(-1);
  if (!edge) return undefined;
  const one = 10 ** -minorDigits(edge.price.currency);
  const limit: Budget = way === 'cheaper' ? { max: majorPrice(edge) - one } : { min: majorPrice(edge) + one };
  // A limit that was named holds: nothing is shown that is dearer than the shopper has said.
  const { max: most = Number.POSITIVE_INFINITY, min: least = 0 } = hunt.budget ?? {};
  const max = Math.min(most, limit.max ?? most);
  const min = Math.max(least, limit.min ?? least);
  const budget: Budget = {
    ...hunt.budget,
    ...(Number.isFinite(max) ? { max } : {}),
    ...(min > 0 ? { min } : {}),
  };
  const found = min > max ? undefined : searchHunt({ ...hunt, budget }, context);
  if (!found || found.hits.length === 0 || found.soldOut)
    return {
      decision: 'search',
      confidence: SURE,
      source: edge.id,
      steps: [{ step: 'extreme', way, product: edge }],
      state: { focus: edge.id, hunt, shown: context.state.shown },
      used: [edge.id],
    };
  const sign = way === 'cheaper' ? 1 : -1;
  const hits = [...found.hits].sort((a, b) => sign * (b.product.price.amount - a.product.price.amount));
  return planHunt({ ...hunt, budget }, { ...found, hits }, context, SURE);
}

/** The same again without what was shown. */
function planOthers(context: Context, hunt: Hunt, shown: readonly Product[]): Plan {
  const seen = seenWith(
    hunt,
    shown.map(({ id }) => id),
  );
  const next = { ...hunt, seen };
  const found = searchHunt(next, context);
  if (found.hits.length > 0 && !found.soldOut) return planHunt(next, found, context, SURE);
  // Nothing of the kind is left: what is most like the last one, then a person.
  const [last] = shown;
  const beside = last && planSimilar(context, last, SURE, isWithin({ ...next, category: undefined }, context));
  const plan = beside ?? nothing('noOthers', SURE);
  return { ...plan, state: { ...plan.state, hunt: next } };
}

function planBrand(context: Context, hunt: Hunt, shown: readonly Product[]): Plan | undefined {
  const brand = shown[0]?.brand;
  if (brand === undefined) return undefined;
  const next = { ...hunt, brands: [...(hunt.brands ?? []), everyText(brand)[0] ?? ''].slice(-6) };
  const found = searchHunt(next, context);
  return found.hits.length > 0 && !found.soldOut
    ? planHunt(next, found, context, SURE)
    : { decision: 'search', confidence: SURE, steps: [{ step: 'same-brand', brand }], state: { hunt } };
}

/** What a wish comes to for the goods before the shopper; undefined when there are none. */
export function planWish(wish: Wish, context: Context): Plan | undefined {
  if (wish === 'similar') return planSimilar(context, undefined, SURE);
  if (wish === 'beside') return planGoesWith(context, SURE);
  if (wish === 'bundle') return planBundle(context, SURE);
  const going = huntOf(context);
  if (!going) return undefined;
  const { hunt, shown } = going;
  if (wish === 'any') {
    const found = searchHunt(hunt, context);
    return (hunt.asked?.length ?? 0) > 0 && found.hits.length > 0
      ? planHunt({ ...hunt, asked: ['', '', ''] }, found, context, SURE)
      : undefined;
  }
  if (shown.length === 0) return undefined;
  if (wish === 'others') return planOthers(context, hunt, shown);
  return wish === 'brand' ? planBrand(context, hunt, shown) : planPrice(wish, context, hunt, shown);
}

/**
 * What is wanted of the goods that are being looked at: cheaper, others, another brand, similar ones, what goes with them, what
 * fills an order up. Undefined when nothing is being looked at.
 */
export function proposeRefine(context: Context): Proposal | undefined {
  const wish = wishOf(context.said.normal.text, context.knowledge.selling);
  if (!wish || context.knowledge.catalogue.products.length === 0) return undefined;
  // A limit in the same breath is more than that: 便宜点的, 200 以内.
  if (context.said.slots.budget && (wish === 'cheaper' || wish === 'dearer')) return undefined;
  const plan = planWish(wish, context);
  return plan && { confidence: SURE + 0.1, plan: () => plan };
}

/** A button of a question that narrows: `category=…`, `max=…`, `min=…`, `NAME=VALUE`, `any`, `more`. */
export function planNarrowed(value: string, context: Context): Plan | undefined {
  const { state } = context;
  const hunt = state.hunt ?? { words: '' };
  if (value === 'more') return planOthers(context, hunt, shownOf(context));
  if (value === 'any') return planHunt({ ...hunt, asked: ['', '', ''] }, searchHunt(hunt, context), context, 1);
  const at = value.indexOf('=');
  if (at < 1) return undefined;
  const [name, chosen] = [value.slice(0, at), value.slice(at + 1)];
  const amount = Number(chosen);
  const next: Hunt =
    name === 'category'
      ? { ...hunt, category: chosen }
      : name === 'max' || name === 'min'
        ? { ...hunt, budget: { ...hunt.budget, [name]: amount } }
        : { ...hunt, fields: [...(hunt.fields ?? []), [name, chosen] as const].slice(-4) };
  const found = searchHunt(next, context);
  return planHunt(next, found, context, 1);
}
