import { beforeAll, expect, test } from 'vitest';
import { buildKnowledge, type Knowledge, type KnowledgeSource, type Language } from '../src/index.ts';
import { type Intents, openIntents } from '../src/intents.ts';
import { DELIVERED, PAID } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const loaded = new Map<Language, Intents>();
/** A shop that has written no answers: tasks are begun at once. */
const SILENT: KnowledgeSource = { ...FIXTURE, answers: [] };
let silent: Knowledge;
let shop: Knowledge;

beforeAll(async () => {
  for (const lang of ['zh-CN', 'en'] as const) loaded.set(lang, await openIntents(lang));
  silent = buildKnowledge(SILENT, (lang) => loaded.get(lang));
  shop = buildKnowledge(FIXTURE, (lang) => loaded.get(lang));
}, 60_000);

/** The flow that a sentence begins, also one that is over with its first answer. */
function begun(text: string, locale: string): string | undefined {
  const returning = { ...DELIVERED, id: 'o-9', status: 'returning' } as const;
  const { state, last } = createTalk(silent, { locale, orders: [PAID, DELIVERED, returning] }).say(text);
  return state.flow?.flow ?? last?.trace.source;
}

test.each([
  ['cancel-order', '帮我取消订单', 'please cancel my order'],
  ['return-order', '我想退货', 'I want to return this'],
  ['change-address', '我要改收货地址', 'please change my delivery address'],
  ['exchange-item', '想换个大一码的', 'I want to exchange it for a bigger size'],
  ['invoice', '给我开张发票', 'I need an invoice for my order'],
  ['item-problem', '少发了一件', 'one item is missing from my parcel'],
  ['item-problem', '收到的时候碎了', 'it arrived broken'],
  ['refund-status', '我的退款到哪了', 'where is my refund'],
  ['installation', '预约上门安装', 'can you install it for me'],
  ['price-protection', '我买贵了要价保', 'the price dropped, can I get the difference back'],
  ['leave-message', '我要留言', 'can I leave a message'],
])('%s is begun by its words: %s, %s', (id, zh, en) => {
  expect([begun(zh, 'zh-CN'), begun(en, 'en')]).toEqual([id, id]);
});

test('«change my order» without a word of where it goes is about what is in it', () => {
  expect(begun('I would like to change the items in my order', 'en')).toBe('change-items');
});

test('to urge an order is to ask where it is, unless the shop can hurry it', () => {
  const say = (tools: NonNullable<Parameters<typeof createTalk>[1]>['tools']) =>
    createTalk(silent, { locale: 'en', orders: [PAID, DELIVERED], tools })
      .say('please ship my order faster, hurry up')
      .log.join(' ');
  expect(say({})).toContain('order-status');
  expect(say({ 'orders.urge': () => ({}) })).toContain('Shall I ask for it to be hurried?');
});

test('where the merchant has an answer it is given, and the task is offered below it', () => {
  const talk = createTalk(shop, { locale: 'en', orders: [PAID, DELIVERED] })
    .say('I want to return this')
    .press('begin:');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> I want to return this
      answer
        text Within thirty days, unused. ‹answer: How do I return an item?›
        choices Shall I see to a return for you now? [begin:return-order]
    > Yes, please
      flow …
        ? orders.list
      flow
        choices Order HH-2026-1004: why does it go back? [set:reason:not-wanted | set:reason:size | set:reason:damaged | set:reason:wrong | set:reason:other]"
  `);
  const visitor = createTalk(shop, { locale: 'en', signedIn: false }).say('I want to return this');
  expect(visitor.log.join('\n')).not.toContain('begin:');
});
