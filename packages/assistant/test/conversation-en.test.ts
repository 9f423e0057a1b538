import { expect, test } from 'vitest';
import { buildKnowledge } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);

test('a visit in English', () => {
  const talk = createTalk(knowledge, { locale: 'en' })
    .say('hi')
    .say('a warm duvet under 900')
    .say('how heavy is it')
    .say('is it washable?')
    .say('do you ship to germany')
    .say('compare the wool duvet and the silk duvet')
    .say('the cheaper one')
    .say('what is it made of')
    .say('the silk duvet under $500')
    .say('any mugs below 60?')
    .say('thanks, bye');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> hi
      greet
        text Hello, I am Xiaoer at Hill House. Ask me about products, delivery, returns or your orders.
    > a warm duvet under 900
      search
        products Warm duvet, within ¥900: one fits. [duvet-down: within ¥900]
    > how heavy is it
      attribute
        text First Snow down duvet, extra warm: Weight – 1.8 kg ‹product: First Snow down duvet, extra warm · Weight›
    > is it washable?
      attribute
        choices The details of First Snow down duvet, extra warm do not mention how to wash it. What they do say:
    - Filling: 95% white goose down
    - Weight: 1.8 kg
    - Origin: Anhui
    - Price: ¥880 [human] ‹product: First Snow down duvet, extra warm · Filling, Weight, Origin, Price›
    > do you ship to germany
      answer
        text Mainland China only for now. ‹answer: Do you ship abroad?›
    > compare the wool duvet and the silk duvet
      compare
        text Compared: **Valley wool duvet** and **Mist silk duvet**
    - Filling: 100% wool / 100% mulberry silk
    - Weight: 2.1 kg / 1.5 kg (the first has 600 g more)
    - Price: ¥680 / ¥1,280
    The same: Cover 100% cotton; Size 200 × 230 cm ‹catalogue: Our catalogue›
        products  [duvet-wool | duvet-silk]
    > the cheaper one
      about
        product duvet-wool
    > what is it made of
      attribute
        text Valley wool duvet:
    - Filling: 100% wool
    - Cover: 100% cotton ‹product: Valley wool duvet · Filling, Cover›
    > the silk duvet under $500
      search
        text Prices here are in CNY and I do not convert. What would your limit be in CNY?
    > any mugs below 60?
      search
        products Mugs, within ¥60: one fits. [mug-blue: within ¥60]
    > thanks, bye
      thanks
        text You are welcome. Just ask if there is anything else."
  `);
});

test('unsure: three chips at most, a pressed one is answered directly, two failures bring a person', () => {
  const talk = createTalk(knowledge, { locale: 'en' })
    .say('sending paper')
    .say('How long until an order is sent out?', { value: 'answer:dispatch' })
    .say('will it rain tomorrow')
    .say('and on sunday in the mountains');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> sending paper
      clarify
        choices Which of these did you mean? [answer:dispatch | answer:abroad | human]
    > How long until an order is sent out?
      answer
        text Orders before 4 pm leave the same day. ‹answer: How long until an order is sent out?›
    > will it rain tomorrow
      unknown
        choices I am not sure about that and would rather not guess. Could you put it another way, or shall I bring a person? [human]
    > and on sunday in the mountains
      handoff
        text I have missed the point twice, sorry about that. I am asking for a person.
        ! failures"
  `);
});
