import { expect, test } from 'vitest';
import { judge, shopAt, talksOf } from './shopper-judge.ts';

/**
 * Messages as shoppers type them, written before the engine was looked at, each with what a good shop assistant would
 * do. Figures are right / all messages.
 *
 * - Blind, before anything was mended for them: bundled shop 34 / 60 (57 %), litemall 39 / 61 (64 %).
 * - `unseen`, written after that mending and measured once: bundled 12 / 22, litemall 17 / 21.
 * - `later`, written last and measured once: bundled 9 / 20.
 *
 * The honest figure is that of the two later sets together: 38 / 63 (60 %, 95 % interval 48 to 71).
 *
 * When the bundled shop grew from 24 products to 60, what it had not sold before was added to three wants where it fits
 * as well (leaf tea and a pitcher for tea lovers, an answer on breakage); nothing else was changed.
 *
 * What is right now must stay right; these bounds are no measure of quality for messages nobody has seen. Of what is
 * wrong in litemall, four ask for answers that its export cuts off before the first whole sentence.
 */
const LEAST = [
  ['bundled', 59],
  ['litemall', 53],
  ['unseen-bundled', 18],
  ['unseen-litemall', 19],
  ['later-bundled', 12],
] as const;

for (const [name, least] of LEAST) {
  const knowledge = name.includes('litemall')
    ? shopAt('../shared/data/litemall', 'examples/litemall-mapping.json')
    : shopAt('examples/storefront/shop');
  test.skipIf(!knowledge)(`shopper messages, ${name} (skipped where the shop's data is missing)`, () => {
    if (!knowledge) return;
    const { right, wrong } = judge(talksOf(`shopper-messages-${name}`), knowledge);
    expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(least);
  });
}
