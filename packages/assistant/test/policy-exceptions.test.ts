import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, type Product, turn } from '../src/index.ts';
import { openIntents } from '../src/intents.ts';
import { DELIVERED } from './fixture-orders.ts';
import { createTalk, show } from './timeline.ts';

const product = (id: string, title: string, more: Partial<Product> = {}): Product => ({
  id,
  title,
  category: ['Home'],
  price: { amount: 1000, currency: 'CNY' },
  attributes: [],
  ...more,
});

test('goods of a final sale, and a region, have promises of their own', async () => {
  const en = await openIntents('en');
  const knowledge = buildKnowledge(
    {
      shop: {
        id: 'inn',
        name: 'Inn',
        locales: ['en'],
        policies: { returnDays: 14, dispatchHours: 24 },
        exceptions: [
          { when: { tags: ['Final sale'] }, policies: { returnDays: 0 } },
          { when: { regions: ['Island'] }, policies: { dispatchHours: 72 } },
        ],
      },
      products: [product('mug', 'Mug'), product('vase', 'Vase', { tags: ['Final sale'] })],
      answers: [],
    },
    () => en,
  );
  const ask = (text: string, about?: string, region?: string) =>
    turn(
      INITIAL_STATE,
      { kind: 'message', text, about, locale: 'en', at: 0, shopper: { signedIn: true, region } },
      knowledge,
    ).replies.map(show)[0];
  expect(ask('how many days do I have to return it?', 'mug')).toMatch(/\b14 days\b/);
  expect(ask('how many days do I have to return it?', 'vase')).not.toMatch(/\b14 days\b/);
  expect(ask('how many days do I have to return it?')).toMatch(/\b14 days\b/);
  expect(ask('how long until you send my order out?', undefined, 'Island')).toContain('72');
  expect(ask('how long until you send my order out?', undefined, 'City')).toContain('24');
});

test('a return goes by the promise for what was ordered, and by that of the day', () => {
  const day = 86_400_000;
  const knowledge = buildKnowledge({
    shop: {
      id: 'inn',
      name: 'Inn',
      locales: ['en'],
      policies: { returnDays: 14 },
      exceptions: [
        { when: { tags: ['Final sale'] }, policies: { returnDays: 0 } },
        { when: { from: DELIVERED.placedAt + 10 * day }, policies: { returnDays: 60 } },
      ],
    },
    products: [product('mug', 'Mug'), product('vase', 'Vase', { tags: ['Final sale'] })],
    answers: [],
  });
  const line = (id: string) => ({ title: id, product: id, quantity: 1, price: DELIVERED.total });
  const asked = (days: number, ...goods: readonly string[]) => {
    const talk = createTalk(knowledge, {
      locale: 'en',
      orders: [{ ...DELIVERED, lines: goods.map(line) }],
      tools: { 'orders.return': () => ({}) },
    });
    talk.wait(DELIVERED.placedAt + days * day);
    return talk.say('…', { value: 'begin:return-order' }).log.at(-1);
  };
  expect(asked(3, 'mug')).toContain('why does it go back?');
  expect(asked(3, 'vase')).toContain('not taken back');
  // Of two things nobody has said which one.
  expect(asked(3, 'mug', 'vase')).toContain('why does it go back?');
  expect(asked(20, 'mug')).toContain('why does it go back?');
});

test('a comparison tells by how much, what was asked for first, and one amount in two units is the same', () => {
  const fields = (rows: Readonly<Record<string, string>>): Partial<Product> => ({
    attributes: Object.entries(rows).map(([name, value]) => ({ name, value })),
  });
  const knowledge = buildKnowledge({
    shop: { id: 'inn', name: 'Inn', locales: ['en'] },
    products: [
      product(
        'wool',
        'Wool duvet',
        fields({ Filling: '100% wool', Weight: '2.1 kg', Size: '200 x 230 cm', Thickness: '20 mm' }),
      ),
      product(
        'silk',
        'Silk duvet',
        fields({ Filling: '100% silk', Weight: '1500 g', Size: '200 x 230 cm', Thickness: '2 cm' }),
      ),
    ],
    answers: [],
  });
  const { replies } = turn(
    INITIAL_STATE,
    {
      kind: 'message',
      text: 'compare the weight of the wool duvet and the silk duvet',
      locale: 'en',
      at: 0,
      shopper: { signedIn: false },
    },
    knowledge,
  );
  const [text] = replies.map(show);
  expect(text?.split('\n').slice(1, 3)).toEqual([
    '- Weight: 2.1 kg / 1500 g (the first has 600 g more)',
    '- Filling: 100% wool / 100% silk',
  ]);
  expect(text).toContain('Thickness 20 mm');
});
