import type { Product } from '../knowledge/knowledge-source.ts';
import { sizeFor } from './size-advice.ts';
import type { World } from './world.ts';

type Answer = { readonly values: Readonly<Record<string, unknown>> } | { readonly error: string };
type Args = Readonly<Record<string, unknown>>;

function chartOf({ product }: Args, { knowledge }: World) {
  const at = knowledge.catalogue.byId.get(String(product));
  const found: Product | undefined = at === undefined ? undefined : knowledge.catalogue.products[at];
  return found?.sizes;
}

/** Tools that need nothing but what the assistant knows: they are answered at once, in a page without a server too. */
export const OWN_TOOLS: Readonly<Record<string, (args: Args, world: World) => Answer>> = {
  'sizes.chart': (args, world) => (chartOf(args, world) ? { values: {} } : { error: 'not-found' }),
  'sizes.advise': (args, world) => {
    const advice = sizeFor(chartOf(args, world) ?? [], Number(args['height']), Number(args['weight']));
    return advice ? { values: { ...advice } } : { error: 'not-found' };
  },
};
