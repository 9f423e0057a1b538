import { expect, test } from 'vitest';
import { sizeFor } from '../src/flows/size-advice.ts';
import { buildKnowledge, type KnowledgeSource } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const CHART = [
  { size: 'S', height: [150, 162], weight: [40, 52] },
  { size: 'M', height: [160, 172], weight: [50, 62] },
  { size: 'L', height: [170, 182], weight: [60, 75] },
] as const;

test.each([
  [156, 45, { size: 'S' }],
  [166, 55, { size: 'M' }],
  [161, 51, { size: 'S', other: 'M' }],
  [166, 70, { size: 'M', other: 'L' }],
  [156, 70, undefined],
  [195, 95, undefined],
])('%i cm, %i kg', (height, weight, advice) => {
  expect(sizeFor(CHART, height, weight)).toEqual(advice);
});

const robe = {
  id: 'robe',
  title: { 'zh-CN': '山居睡袍', en: 'Hill robe' },
  category: ['Wear'],
  price: { amount: 29_900, currency: 'CNY' },
  attributes: [],
  sizes: CHART,
};
const shop: KnowledgeSource = { ...FIXTURE, products: [...FIXTURE.products, robe] };
const knowledge = buildKnowledge(shop);
const begin = (about: string, locale: string) =>
  createTalk(knowledge, { locale, signedIn: false }).say('…', { value: 'begin:size-advice', about });

test('height and weight in one message, of the product on the page; nobody need be signed in', () => {
  const talk = begin('robe', 'zh-CN').say('166 130');
  const between = begin('robe', 'en').say('5\'4" 112 lb');
  const outside = begin('robe', 'en').say('195').say('95 kg');
  expect([...talk.log, '', ...between.log, '', ...outside.log].join('\n')).toMatchInlineSnapshot(`
    "> …
      flow
        text 身高体重是多少？比如「175 130斤」。
    > 166 130
      flow
        text 山居睡袍：身高 166 cm、体重 65 kg，正好在 M 和 L 之间。喜欢贴身选 M，喜欢宽松选 L。

    > …
      flow
        text What are your height and weight? For example “5'9" 150 lb”.
    > 5'4" 112 lb
      flow
        text Hill robe: for 163 cm and 50.8 kg the size chart says M.

    > …
      flow
        text What are your height and weight? For example “5'9" 150 lb”.
    > 195
      flow
        text And the weight, in kg or lb?
    > 95 kg
      flow
        choices 195 cm and 95 kg are not on the size chart of Hill robe, and I would rather not guess. A person can advise you. [human]"
  `);
});

test('the size that was advised is remembered; between two none is', () => {
  const { state } = begin('robe', 'en').say('165 55');
  expect(state.tags).toEqual([{ kind: 'size', value: 'M', from: 'shop', at: expect.any(Number) }]);
  expect(begin('robe', 'en').say('166 cm and 70 kg').state.tags).toBeUndefined();
});

test('a product without a chart is not guessed at', () => {
  expect(begin('duvet-wool', 'en').log.join('\n')).toMatchInlineSnapshot(`
    "> …
      flow
        choices Valley wool duvet has no size chart, and I would rather not guess. A person can advise you. [human]"
  `);
});

test('without a product on the page it is asked for: a card that is sent is it, and so is its name', () => {
  const ask = () => createTalk(knowledge, { locale: 'en', signedIn: false }).say('…', { value: 'begin:size-advice' });
  const sent = ask().say('Hill robe · CNY 299.00', { about: 'robe' }).say('170 cm and 60 kg');
  const named = ask().say('the hill robe').say('165 55');
  expect([...sent.log, '', ...named.log].join('\n')).toMatchInlineSnapshot(`
    "> …
      flow
        text Which product is it for? Just send it to me.
    > Hill robe · CNY 299.00
      flow
        text What are your height and weight? For example “5'9" 150 lb”.
    > 170 cm and 60 kg
      flow
        text Hill robe: 170 cm and 60 kg is between M and L. Take M for a close fit, L for a loose one.

    > …
      flow
        text Which product is it for? Just send it to me.
    > the hill robe
      flow
        text What are your height and weight? For example “5'9" 150 lb”.
    > 165 55
      flow
        text Hill robe: for 165 cm and 55 kg the size chart says M."
  `);
});
