import { isUpset } from '../understanding/mood.ts';
import { type Context, focusOf, shownOf } from './context.ts';
import type { Proposal } from './proposal.ts';
import { seeksGoods } from './seeks-goods.ts';
import { goodsBeside } from './show-related.ts';

/** From this valence on a shopper is in a good mood. */
const GLAD = 0.35;

/**
 * Delight in what is being looked at: a light word, and once beside each product an offer of what goes with it. Thanks alone
 * are no delight, and somebody who is upset is offered nothing.
 */
export function proposeDelight(context: Context): Proposal | undefined {
  const { said, state } = context;
  const about = focusOf(context) ?? shownOf(context)[0];
  if (!about || said.mood.valence < GLAD || isUpset(said) || said.normal.question || seeksGoods(said)) return undefined;
  if (said.features.concepts.has('thanks')) return undefined;
  const praised = context.knowledge.selling.some(({ praise }) => praise.test(said.normal.text));
  // Words of liking alone may as well say what is wanted: 舒服柔软的.
  if (said.mood.words.length === 0 && !praised) return undefined;
  const offer = state.offeredWith === about.id ? undefined : goodsBeside(about, context, 'glad');
  return {
    confidence: 0.86,
    plan: () => ({
      decision: 'glad',
      confidence: 0.86,
      source: about.id,
      steps: [{ step: 'line', line: 'glad' }, ...(offer ? [offer] : [])],
      state: {
        focus: about.id,
        ...(offer ? { offeredWith: about.id, shown: offer.items.map(({ product }) => product.id) } : {}),
      },
      used: offer?.items.map(({ product }) => product.id) ?? [],
    }),
  };
}
