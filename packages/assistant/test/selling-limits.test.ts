import { expect, test } from 'vitest';
import { INITIAL_STATE, turn } from '../src/index.ts';
import { majorPrice } from '../src/selling/hunt.ts';
import { shopAt } from './shopper-judge.ts';
import { show } from './timeline.ts';

const knowledge = shopAt('examples/storefront/shop');
if (!knowledge) throw new Error('the bundled shop is missing');
const { catalogue } = knowledge;

const MOVES = {
  'zh-CN': [
    '便宜点的',
    '贵一点的',
    '换一批',
    '都不喜欢',
    '不要竹子的',
    '200以内',
    '100以上',
    '有没有棉的',
    '都行',
    '换个牌子',
    '第一个',
    '太贵了',
  ],
  en: [
    'cheaper',
    'something nicer',
    'show me others',
    'none of these',
    'without bamboo',
    'under 200',
    'over 100',
    'any in cotton?',
    'any',
    'another brand',
    'the first one',
    'too expensive',
  ],
} as const;

/** A linear congruential generator: the same moves every time. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

test.each(['zh-CN', 'en'] as const)('no limit is ever bent, in whatever order wishes come (%s)', (locale) => {
  const random = dice(7);
  for (let run = 0; run < 24; run++) {
    let state = turn(
      INITIAL_STATE,
      {
        kind: 'message',
        text: locale === 'en' ? 'any bath things under 300?' : '有没有茶具，300以内',
        locale,
        shopper: { signedIn: false },
        at: 0,
      },
      knowledge,
    ).state;
    for (let n = 0; n < 6; n++) {
      const moves = MOVES[locale];
      const text = moves[Math.floor(random() * moves.length)] as string;
      const before = state.hunt;
      const result = turn(state, { kind: 'message', text, locale, shopper: { signedIn: false }, at: n }, knowledge);
      state = result.state;
      const { hunt } = state;
      if (result.trace.decision !== 'search' || !hunt) continue;
      for (const reply of result.replies) {
        if (reply.kind !== 'products') continue;
        expect(reply.body.items.length).toBeLessThanOrEqual(3);
        for (const { id, reason } of reply.body.items) {
          const product = catalogue.products[catalogue.byId.get(id) as number];
          if (!product) throw new Error(id);
          const said = `${text} → ${show(reply)}`;
          expect(majorPrice(product), said).toBeLessThanOrEqual(hunt.budget?.max ?? Number.POSITIVE_INFINITY);
          expect(majorPrice(product), said).toBeGreaterThanOrEqual(hunt.budget?.min ?? 0);
          if (!/\d|竹|bamboo|棉|cotton/.test(text)) expect(hunt.seen ?? [], said).not.toContain(id);
          if (hunt.without) expect(JSON.stringify(product).toLowerCase(), said).not.toMatch(/竹|bamboo/);
          expect(product.stock, said).not.toBe(0);
          expect(reason, said).toBeTruthy();
        }
      }
      // A limit that was named stays until another is, or another thing is looked for.
      if (before?.budget?.max !== undefined && hunt.words === before.words && !/100/.test(text))
        expect(hunt.budget?.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(Math.max(before.budget.max, 200));
      expect(hunt.asked?.filter(Boolean).length ?? 0).toBeLessThanOrEqual(3);
    }
  }
});
