import { expect, test } from 'vitest';
import { buildKnowledge, type KnowledgeSource } from '../src/index.ts';
import type { ServiceRules } from '../src/knowledge/service-rules.ts';
import { SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const withService = (service: ServiceRules, more: Partial<KnowledgeSource> = {}) =>
  buildKnowledge({ ...FIXTURE, ...more, shop: { ...FIXTURE.shop, service } });
const plain = buildKnowledge(FIXTURE);

test('one sentence names the problem before anything else, once for each problem', () => {
  const talk = createTalk(plain, { orders: [SHIPPED] })
    .say('你们发货太慢了，我的快递到哪了')
    .say('真烦，运费还这么多？')
    .say('发货怎么还是这么慢啊，几天能到');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> 你们发货太慢了，我的快递到哪了
      order-status
        text 东西迟迟没到手，换谁都着急，对不住。
        ? orders.list
      order-status
        order o-1 订单 HH-2026-1001 在路上了，顺丰 SF1001，最新：到达杭州，预计11月15日到。
    > 真烦，运费还这么多？
      handoff
        text 东西迟迟没到手，换谁都会着急，对不住。我这就去请人。
        ! anger +300s
    > 发货怎么还是这么慢啊，几天能到
      order-status …
        ? orders.list
      order-status
        order o-1 订单 HH-2026-1001 在路上了，顺丰 SF1001，最新：到达杭州，预计11月15日到。"
  `);
  const english = createTalk(plain, { locale: 'en', orders: [SHIPPED] })
    .say('this is frustrating, where is my parcel?')
    .say('ok, thanks. how long does a refund take?');
  expect(english.log.join('\n')).toMatchInlineSnapshot(`
    "> this is frustrating, where is my parcel?
      order-status
        text I am sorry that your order is not there when it should be.
        ? orders.list
      order-status
        order o-1 Order HH-2026-1001 is on its way, 顺丰 SF1001. Latest: 到达杭州. Expected 15 November.
    > ok, thanks. how long does a refund take?
      answer
        text Three working days after we get it back. ‹answer: How long does a refund take?›"
  `);
});

test('anger that lasts for two turns brings a person, though neither turn would alone', () => {
  const talk = createTalk(plain).say('你们发货太慢了').say('太慢了，真让人失望');
  const english = createTalk(plain, { locale: 'en' }).say('shipping is slow').say('so slow, I am disappointed');
  const calm = createTalk(plain).say('你们发货太慢了').say('邮费多少').say('你们发货太慢了');
  expect([...talk.log, '', ...english.log, '', ...calm.log].join('\n')).toMatchInlineSnapshot(`
    "> 你们发货太慢了
      order-status
        text 东西迟迟没到手，换谁都着急，对不住。
        ? orders.list
      order-status
        text 您名下还没有订单。
    > 太慢了，真让人失望
      handoff
        text 东西迟迟没到手，换谁都会着急，对不住。我这就去请人。
        ! anger +300s

    > shipping is slow
      answer
        text I am sorry that your order is not there when it should be.
        text Free from ¥88, otherwise ¥10. ‹answer: What does shipping cost?›
    > so slow, I am disappointed
      handoff
        text I am sorry that your order is not there when it should be. I am asking for a person to sort it out.
        ! anger +300s

    > 你们发货太慢了
      order-status
        text 东西迟迟没到手，换谁都着急，对不住。
        ? orders.list
      order-status
        text 您名下还没有订单。
    > 邮费多少
      answer
        text 满88元免邮，不满收10元。 ‹answer: 购买运费如何收取？›
    > 你们发货太慢了
      order-status …
        ? orders.list
      order-status
        text 您名下还没有订单。"
  `);
});

test('priority: anger, membership, haste, a dear thing and having waited in vain add up, to a cap', () => {
  const knowledge = withService({ vip: ['gold'], highValue: { amount: 50_000, currency: 'CNY' } });
  const startOf = (text: string, more: { level?: string; about?: string; bounced?: boolean } = {}) => {
    const talk = createTalk(knowledge, { level: more.level });
    if (more.bounced) talk.say('转人工').returned('timeout');
    talk.say(text, more.about === undefined ? {} : { about: more.about });
    const action = talk.last?.actions.find((one) => one.do === 'handoff');
    return action?.do === 'handoff' ? (action.headStartMs ?? 0) / 1000 : undefined;
  };
  expect({
    calm: startOf('转人工'),
    urgent: startOf('转人工，很急'),
    gold: startOf('转人工', { level: 'gold' }),
    silver: startOf('转人工', { level: 'silver' }),
    dear: startOf('转人工', { about: 'duvet-silk' }),
    cheap: startOf('转人工', { about: 'mug-blue' }),
    again: startOf('转人工', { bounced: true }),
    all: startOf('垃圾，转人工，很急', { level: 'gold', about: 'duvet-silk', bounced: true }),
  }).toMatchInlineSnapshot(`
    {
      "again": 240,
      "all": 600,
      "calm": 0,
      "cheap": 0,
      "dear": 60,
      "gold": 180,
      "silver": 0,
      "urgent": 120,
    }
  `);
});

test.each([
  ['zh-CN', '我用了你们的东西过敏住院了', '我要打12315'],
  ['en', 'I will file a chargeback', 'my lawyer will call you'],
])('words of risk go to a person at once, whatever the rules say (%s)', (locale, ...texts) => {
  const knowledge = withService({ rules: [{ mode: 'robot' }] });
  for (const text of texts)
    expect(createTalk(knowledge, { locale }).say(text).last?.actions).toMatchObject([
      { do: 'handoff', reason: 'risk' },
    ]);
});

test('who takes over finds what was asked and tried, what is known, the mood with its words, and three replies', () => {
  const talk = createTalk(plain, { orders: [SHIPPED] })
    .say('晨雾蚕丝被多少钱')
    .say('退款要多久')
    .say('太差了，退款一直不到账，气死了');
  expect(talk.state.brief).toMatchInlineSnapshot(`
    {
      "known": [
        "晨雾蚕丝被",
      ],
      "mood": {
        "anger": 1,
        "valence": -1,
        "words": [
          "太差",
          "气死",
        ],
      },
      "replies": [
        "退款的事没办妥，实在对不住。我来接手，您不用再说一遍。",
        "验收后三个工作日原路退回。",
        "我先去核实一下，查清楚就在这里回您。",
      ],
      "tried": [
        {
          "asked": "晨雾蚕丝被多少钱",
          "decision": "attribute",
          "source": "duvet-silk",
        },
        {
          "asked": "退款要多久",
          "decision": "answer",
          "source": "refund",
        },
        {
          "asked": "太差了，退款一直不到账，气死了",
          "decision": "handoff",
          "source": "anger",
        },
      ],
    }
  `);
  expect(talk.state.brief?.replies).toHaveLength(3);
  const english = createTalk(plain, { locale: 'en' }).say('how long is the warranty').say('a real person please');
  expect(english.state.brief).toMatchInlineSnapshot(`
    {
      "known": [],
      "mood": {
        "anger": 0,
        "valence": 0,
        "words": [],
      },
      "replies": [
        "Hello, a person here. I have read what you wrote and will take it from there.",
        "Let me check that; I will answer you right here.",
        "Is there anything else that has not been settled? I will see to it, too.",
      ],
      "tried": [
        {
          "asked": "how long is the warranty",
          "decision": "answer",
          "source": "warranty",
        },
        {
          "asked": "a real person please",
          "decision": "handoff",
          "source": "wish",
        },
      ],
    }
  `);
  expect(english.say('hello').state.brief).toBeUndefined();
});

const MONDAY = Date.UTC(2026, 10, 23, 2, 0); // 10:00 in Shanghai

test('robot only: no person for a wish or for what was missed, but for anger', () => {
  const knowledge = withService({ rules: [{ mode: 'robot', hours: { mon: ['00:00-09:00'] } }] });
  const night = createTalk(knowledge)
    .wait(MONDAY - 3 * 3_600_000)
    .say('转人工')
    .say('今天天气怎么样')
    .say('你会写诗吗')
    .say('垃圾，骗子');
  const day = createTalk(knowledge).wait(MONDAY).say('转人工');
  expect([...night.log, '', ...day.log].join('\n')).toMatchInlineSnapshot(`
    "> 转人工
      robot-only
        choices 这会儿小店没有人工。您留个言，有人上班就回；也可以接着问我。 [say:leave | say:go-on]
    > 今天天气怎么样
      unknown
        choices 这个我拿不准，不敢乱答。您换个说法，或者我请人来？ [human]
    > 你会写诗吗
      robot-only
        choices 人工这会儿不在，留言有人会回，我也还在。 [say:leave | say:go-on]
    > 垃圾，骗子
      handoff
        text 事情办成这样，换谁都会着急，对不住。我这就去请人。
        ! anger +300s

    > 转人工
      handoff
        text 好的，我去请人。
        ! wish"
  `);
});

test('person first by category and hour; who comes back in vain is answered by the assistant', () => {
  const knowledge = withService({ rules: [{ mode: 'person', categories: ['家纺'], hours: { mon: ['09:00-18:00'] } }] });
  const talk = createTalk(knowledge).wait(MONDAY);
  talk
    .say('多少钱', { about: 'lamp-oak' })
    .say('多少钱', { about: 'duvet-wool' })
    .returned('timeout')
    .say('多少钱', { about: 'duvet-wool' });
  const evening = createTalk(knowledge)
    .wait(MONDAY + 9 * 3_600_000)
    .say('多少钱', { about: 'duvet-wool' });
  expect([...talk.log, '', ...evening.log].join('\n')).toMatchInlineSnapshot(`
    "> 多少钱
      attribute
        text 橡木台灯现在卖 ¥328。 ‹product: 橡木台灯 · 价格›
    > 多少钱
      handoff
        text 这件事由同事来答您，我去请。
        ! guard
    < returned timeout
      returned
        choices 让您久等了，对不住，人手一时还没腾出来。您可以留个言，有人会回您；也可以先跟我说说。 [say:leave | say:go-on]
    > 多少钱
      attribute
        text 山谷羊毛被现在卖 ¥680。 ‹product: 山谷羊毛被 · 价格›

    > 多少钱
      attribute
        text 山谷羊毛被现在卖 ¥680。 ‹product: 山谷羊毛被 · 价格›"
  `);
});

test('assisted: a person answers, with what the assistant would have said as the first reply', () => {
  const knowledge = withService({ rules: [{ mode: 'assisted', intents: ['shipping.*'] }] });
  const talk = createTalk(knowledge, { locale: 'en' }).say('how much is delivery?');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> how much is delivery?
      handoff
        text A colleague will answer you on this; I am asking for one.
        ! guard"
  `);
  expect(talk.state.brief).toMatchObject({
    drafted: true,
    replies: [expect.stringContaining('Free from ¥88'), expect.anything(), expect.anything()],
  });
});
