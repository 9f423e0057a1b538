import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { EMPTY } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(EMPTY);

test('a shop that has told nothing: greets, knows nothing and says so, brings a person', () => {
  const talk = createTalk(knowledge).say('你好').say('运费怎么算').say('谢谢').say('有没有被子').say('这个多少钱');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 你好
      greet
        text 您好，我是新店的小二。小店还没教我商品和常见问题，要找人可以说「转人工」。
    > 运费怎么算
      topic-unknown
        choices 您问的是运费吧？小店没有交代过，我不敢乱答。要不要我请人来？ [human]
    > 谢谢
      thanks
        text 您客气了。还有事，随时叫我。
    > 有没有被子
      empty-shop
        choices 小店还没有告诉我商品和常见问题的答案，这个我答不上来。要不要我请人来？ [human]
    > 这个多少钱
      handoff
        text 两回都没答到点上，耽误您了。我去请人。
        ! failures"
  `);
});

test('the same in English', () => {
  const talk = createTalk(knowledge, { locale: 'en' })
    .say('hello')
    .say('blue mugs?')
    .say('are you a bot')
    .say('real person');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> hello
      greet
        text Hello, I am Xiaoer at New shop. The shop has not told me about its products and answers yet; for a person, say “human”.
    > blue mugs?
      empty-shop
        choices The shop has not told me about its products or its answers yet, so I cannot say. Shall I bring a person? [human]
    > are you a bot
      bot
        choices I am Xiaoer of New shop: a bot that answers from what the shop has told me. For a person, just say “human”. [human]
    > real person
      handoff
        text Certainly, I am asking for a person.
        ! wish"
  `);
});
