import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);

test('anger is named once and gets a head start, urgency adds to it; a long wait is apologised for', () => {
  const talk = createTalk(knowledge)
    .say('你们太垃圾了，东西坏了没人管！急！')
    .returned('timeout')
    .say('留言', { value: 'say:leave' })
    .returned('shopper')
    .returned('agent');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 你们太垃圾了，东西坏了没人管！急！
      handoff
        text 收到的东西有问题，换谁都会着急，对不住。我这就去请人。
        ! anger +420s
    < returned timeout
      returned
        choices 让您久等了，对不住，人手一时还没腾出来。您可以留个言，有人会回您；也可以先跟我说说。 [say:leave | say:go-on]
    > 留言
      leave-message
        handoff
    < returned shopper
      returned
        text 我回来了，您接着说。
    < returned agent
      returned
        text 同事那边说完了，我接着招呼您。"
  `);
});

test('on wish, on risk, after two failures', () => {
  const wish = createTalk(knowledge, { locale: 'en' }).say('can I talk to a human, it is urgent');
  const risk = createTalk(knowledge, { locale: 'en' }).say('my lawyer will call you');
  const failures = createTalk(knowledge).say('今天天气怎么样').say('你会写诗吗');
  expect([...wish.log, '', ...risk.log, '', ...failures.log].join('\n')).toMatchInlineSnapshot(`
    "> can I talk to a human, it is urgent
      handoff
        text Certainly, I am asking for a person.
        ! wish +120s

    > my lawyer will call you
      handoff
        text This is serious and not for me to answer. I am asking for the person in charge.
        ! risk +300s

    > 今天天气怎么样
      unknown
        choices 这个我拿不准，不敢乱答。您换个说法，或者我请人来？ [human]
    > 你会写诗吗
      handoff
        text 两回都没答到点上，耽误您了。我去请人。
        ! failures"
  `);
});

test('words of anger that are denied are none', () => {
  const talk = createTalk(knowledge).say('我没有生气，就问问多久发货');
  expect(talk.last?.trace.mood).toMatchObject({ anger: 0, words: ['生气'] });
  expect(talk.last?.trace.decision).toBe('answer');
});
