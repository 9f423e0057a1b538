import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { DELIVERED, PAID } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);
const tools = { 'orders.cancel': () => ({}), 'orders.invoice': () => ({}) };
const talkOf = (locale: string) => createTalk(knowledge, { locale, orders: [PAID], tools });

test('answers to two questions that came together are both taken', () => {
  const talk = talkOf('zh-CN').say('…', { value: 'begin:invoice' }).say('公司\n山居文化有限公司');
  expect(talk.log.at(-1)).toContain('公司税号是多少');
  expect(talk.state.flow?.slots['title']?.v).toBe('山居文化有限公司');
});

test('an answer and a question that came together: the flow goes on, and the question is answered', () => {
  const talk = talkOf('en').say('cancel my order please').say('I ordered it by mistake. How much is shipping?');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> cancel my order please
      flow …
        ? orders.list
      flow
        choices Order HH-2026-1002, then. May I ask why? [set:reason:not-wanted | set:reason:mistake | set:reason:price | set:reason:slow | set:reason:other]
    > I ordered it by mistake. How much is shipping?
      flow
        text Free from ¥88, otherwise ¥10. ‹answer: What does shipping cost?›
        choices Cancel order HH-2026-1002 (¥680); reason: Ordered by mistake. Shall I cancel it? [flow:yes:755ff57c | flow:no]"
  `);
});

test('a yes in the same turn agrees to nothing that was not shown yet', () => {
  const talk = talkOf('zh-CN').say('取消订单').say('拍错了\n好的，确认');
  expect(talk.calls.filter((call) => 'key' in call)).toEqual([]);
  expect(talk.state.flow?.waits).toBe('confirm');
});

test('a yes and thanks are a yes', () => {
  const talk = talkOf('zh-CN').say('取消订单').say('拍错了').say('好的。谢谢！');
  expect(talk.calls.at(-1)).toMatchObject({ task: 'orders.cancel' });
});

test('several lines of one address stay one address', () => {
  const talk = talkOf('en').say('I need to change my address').say('12 Hill Street\nSpringfield\n90210');
  expect(talk.log.at(-1)).toContain('12 Hill Street, Springfield, 90210');
});

test('another task that is asked for by words nobody listed is no silent change of the flow', () => {
  const talk = createTalk(knowledge, { locale: 'en', orders: [PAID, DELIVERED], tools })
    .say('cancel my order')
    .say('do you have wool duvets?')
    .say('actually change my address');
  expect(talk.state.flow).toMatchObject({ flow: 'cancel-order', rival: { flow: 'change-address' } });
});

test('a flow that waited is left when the shopper speaks of something else, and no yes wakes it', () => {
  const talk = talkOf('en')
    .say('cancel my order')
    .say('change my address')
    .press('flow:switch')
    .say('never mind')
    .say('how much is shipping?');
  expect(talk.log.at(-1)).toContain('Free from');
  expect(talk.state.flow).toBeUndefined();
});
