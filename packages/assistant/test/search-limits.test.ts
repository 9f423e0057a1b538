import { readContent } from '@xiaoer/core/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, type Product, type TurnReply, turn } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';

const knowledge = buildKnowledge(FIXTURE);
const ask = (text: string, from = knowledge): readonly TurnReply[] =>
  turn(INITIAL_STATE, { kind: 'message', text, locale: 'zh-CN', shopper: { signedIn: false }, at: 0 }, from).replies;
const cards = (replies: readonly TurnReply[]) =>
  replies.flatMap((reply) => (reply.kind === 'products' ? reply.body.items : []));

const THINGS = [
  '被子',
  '四件套',
  '纯棉四件套',
  '台灯',
  '锅',
  'duvet',
  'linen bed set',
  'warm duvet',
  'mug',
  'lamp',
  '',
];
const LIMITS: readonly ((max: number) => string)[] = [
  (max) => `${max}元以内的`,
  (max) => `不超过${max}的`,
  (max) => `预算${max}`,
  (max) => `under ${max}`,
  (max) => `up to ¥${max} `,
  (max) => `less than ${max} `,
];

test('no card is above the budget, off sale or sold out, whatever is asked for and however the limit is said', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...THINGS),
      fc.constantFrom(...LIMITS),
      fc.integer({ min: 10, max: 2000 }),
      (thing, limit, max) => {
        for (const card of cards(ask(`${limit(max)}${thing}`))) {
          expect(card.price.amount).toBeLessThanOrEqual(max * 100);
          expect(['lamp-old', 'pillow-latex']).not.toContain(card.id);
        }
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});

test('a limit that something fits is answered with it', () => {
  expect(cards(ask('900以内的羽绒被')).map(({ id }) => id)).toContain('duvet-down');
  expect(cards(ask('1000 到 1500 的被子')).map(({ id }) => id)).toEqual(['duvet-silk']);
});

test('whatever stands in a catalogue: every reply passes the protocol, and markup stays text', () => {
  const text = fc.oneof(
    fc.constant('<img src=x onerror=alert(1)>'),
    fc.constant('</script>'),
    fc.string({ maxLength: 400 }),
  );
  const product = fc.record({
    title: text,
    value: text,
    image: fc.constantFrom('javascript:alert(1)', '//evil.example/x.png', '/shop/a.svg'),
    stock: fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(product, ({ title, value, image, stock }) => {
      const odd: Product = {
        id: 'odd-1',
        title: `${title} 风铃`,
        summary: value,
        category: [title],
        price: { amount: 100, currency: 'CNY' },
        attributes: [{ name: title, value }],
        image,
        ...(stock === undefined ? {} : { stock }),
      };
      const from = buildKnowledge({ ...FIXTURE, products: [odd], answers: [] });
      for (const line of ['风铃', '风铃多少钱', '风铃什么材质', '5元以内的风铃', '风铃和风铃有什么区别'])
        for (const reply of ask(line, from)) {
          expect(readContent({ kind: reply.kind, body: reply.body as never }).kind).toBe(reply.kind);
          for (const card of cards([reply])) expect(card.image ?? '/shop/a.svg').toBe('/shop/a.svg');
        }
    }),
    { numRuns: 25, seed: 7 },
  );
});

test('HTML of a product is quoted as text', () => {
  const [card] = cards(ask('mugs below 60'));
  expect(card?.subtitle).toBe('<script>alert(1)</script>Hand glazed');
});
