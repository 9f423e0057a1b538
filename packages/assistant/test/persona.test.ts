import { readContent } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { buildKnowledge, type KnowledgeSource } from '../src/index.ts';
import type { Persona } from '../src/reply/persona.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const withPersona = (persona: Persona, more: Partial<KnowledgeSource> = {}) =>
  buildKnowledge({ ...FIXTURE, ...more, shop: { ...FIXTURE.shop, persona } });

const visit = (persona: Persona, locale: string, texts: readonly string[]): readonly string[] => {
  const talk = createTalk(withPersona(persona), { locale });
  for (const text of texts) talk.say(text);
  return talk.log;
};

const plain = withPersona({});

const CHINESE = ['你好', '谢谢', '再见'];
const ENGLISH = ['hello', 'thanks', 'bye'];

test('a shop names who speaks and in which tone, in both languages', () => {
  const named = { name: { 'zh-CN': '阿山', en: 'Shan' } };
  const logs = [
    visit({ ...named, tone: 'formal' }, 'zh-CN', CHINESE),
    visit({ ...named, tone: 'playful' }, 'zh-CN', CHINESE),
    visit({ ...named, tone: 'formal' }, 'en', ENGLISH),
    visit({ ...named, tone: 'playful' }, 'en', ENGLISH),
  ];
  expect(
    logs.map((log) => log.filter((line) => line.startsWith('    ')).join('\n')).join('\n\n'),
  ).toMatchInlineSnapshot(`
    "    text 您好，这里是山居小铺客服阿山，请问有什么可以帮您？
        text 不客气，很高兴为您服务。
        text 感谢您的光临，再见。

        text 来啦来啦！山居小铺的阿山给您请安。挑东西、查订单、问退换，您吩咐～
        text 嘿嘿，能帮上您，今天没白上班～
        text 回见！想我了就来逛逛～

        text Good day. This is Shan, the assistant of Hill House. How may I help you?
        text You are most welcome.
        text Thank you for your visit. Goodbye.

        text Hey there! Shan of Hill House at your service: things to buy, parcels to find, questions to crack.
        text Any time! That made my day.
        text See you! Do not be a stranger."
  `);
});

test('emoji and stickers where the shop wants them, and never to somebody who is upset', () => {
  const persona: Persona = { emoji: true, stickers: true, tone: 'playful' };
  expect(visit(persona, 'zh-CN', ['你好', '谢谢', '谢谢']).join('\n')).toMatchInlineSnapshot(`
    "> 你好
      greet
        text 来啦来啦！山居小铺的小二给您请安。挑东西、查订单、问退换，您吩咐～ 👋
        sticker
    > 谢谢
      thanks
        text 嘿嘿，能帮上您，今天没白上班～ 😊
        sticker
    > 谢谢
      thanks
        text 跟我还客气啥～ 😊
        sticker"
  `);
  expect(visit(persona, 'en', ['hello', 'you are slow and useless, bye']).join('\n')).toMatchInlineSnapshot(`
    "> hello
      greet
        text Hey there! Xiaoer of Hill House at your service: things to buy, parcels to find, questions to crack. 👋
        sticker
    > you are slow and useless, bye
      handoff
        text I am sorry that this has gone wrong for you. I am asking for a person to sort it out.
        ! anger +300s"
  `);
});

test('what is said often is said in other words, and a line that must be the same says so', () => {
  const thanks = createTalk(withPersona({})).say('谢谢').say('谢谢').say('谢谢').say('谢谢');
  const price = createTalk(withPersona({}), { locale: 'en' });
  for (let n = 0; n < 3; n++) price.say('how much is this?', { about: 'pan-iron' });
  expect([...thanks.log, ...price.log].join('\n')).toMatchInlineSnapshot(`
    "> 谢谢
      thanks
        text 您客气了。还有事，随时叫我。
    > 谢谢
      thanks
        text 不谢，应该的。
    > 谢谢
      thanks
        text 能帮上忙就好。
    > 谢谢
      thanks
        text 您客气了。还有事，随时叫我。
    > how much is this?
      attribute
        text Smith cast iron pan is ¥259. ‹product: Smith cast iron pan · Price›
    > how much is this?
      attribute
        text As I said: Smith cast iron pan is ¥259. ‹product: Smith cast iron pan · Price›
    > how much is this?
      attribute
        text Smith cast iron pan is ¥259. ‹product: Smith cast iron pan · Price›"
  `);
});

test.each(['zh-CN', 'en'])('no line is said twice in a row, whatever is asked again and again (%s)', (locale) => {
  const asked =
    locale === 'en'
      ? [
          'hello',
          'thanks',
          'what is the material of the pan',
          'any bed linen?',
          'under 10',
          'are you a bot',
          'ok',
          'compare',
          'recommend something',
        ]
      : ['你好', '谢谢', '铁锅什么材质', '有没有四件套', '10元以内', '你是机器人吗', '好的', '对比一下', '推荐一下'];
  for (const text of asked) {
    const talk = createTalk(plain, { locale });
    let before: readonly string[] = [];
    for (let n = 0; n < 4; n++) {
      talk.say(text);
      const lines = (talk.last?.replies ?? []).flatMap(({ body }) => ('text' in body && body.text ? [body.text] : []));
      expect(lines.filter((line) => before.includes(line))).toEqual([]);
      before = lines;
    }
  }
});

test('a long answer opens with what it comes to; all of it is folded beneath', () => {
  const sentence = { 'zh-CN': '羊毛被两三周晾一次就好。', en: 'Air a woollen duvet every few weeks. ' };
  const rest = {
    'zh-CN': '潮湿的天气不要晒，晒过以后拍松。'.repeat(14),
    en: 'Do not put it in the sun on a damp day. '.repeat(14),
  };
  const answer = {
    id: 'care-wool',
    question: { 'zh-CN': '羊毛怎么保养？', en: 'How do I care for wool?' },
    answer: { 'zh-CN': sentence['zh-CN'] + rest['zh-CN'], en: sentence.en + rest.en },
  };
  const knowledge = withPersona({}, { answers: [answer] });
  for (const [locale, text] of [
    ['zh-CN', '羊毛怎么保养'],
    ['en', 'how do I care for wool'],
  ] as const) {
    const { replies = [] } = createTalk(knowledge, { locale }).say(text).last ?? {};
    expect(replies.map(({ kind }) => kind)).toEqual(['text', 'article']);
    const [said, article] = replies;
    expect(said?.kind === 'text' && said.body.text.startsWith(sentence[locale].trim())).toBe(true);
    expect(said?.kind === 'text' && said.body.text.length).toBeLessThan(200);
    expect(article?.kind === 'article' && article.body.text).toBe(answer.answer[locale].trim());
    for (const reply of replies) expect(readContent(reply).kind).toBe(reply.kind);
  }
});
