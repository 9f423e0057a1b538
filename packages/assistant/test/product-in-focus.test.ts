import { expect, test } from 'vitest';
import { buildKnowledge, type KnowledgeAnswer } from '../src/index.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** Answers on the care of two materials, the second of which no product with a care field has. */
const care: readonly KnowledgeAnswer[] = [
  {
    id: 'care-wool',
    question: both('羊毛怎么保养？', 'How do I care for wool?'),
    phrasings: [both('羊毛被能洗吗？', 'Can a wool duvet be washed?')],
    answer: both('两三周晾一次。', 'Air it every few weeks.'),
  },
  {
    id: 'care-silk',
    question: both('蚕丝怎么洗？', 'How do I wash silk?'),
    phrasings: [both('真丝能机洗吗？', 'Can silk go in the machine?')],
    answer: both('不能下水。', 'Never in water.'),
  },
];
const knowledge = buildKnowledge({ ...FIXTURE, answers: [...FIXTURE.answers, ...care] });

/** What was decided, with the source, for each way of asking about the product on the page. */
const ask = (locale: string, about: string, texts: readonly string[]): readonly string[] =>
  texts.map((text) => {
    const { last } = createTalk(knowledge, { locale }).say(text, { about });
    const [reply] = last?.replies ?? [];
    const source = reply && 'source' in reply.body ? reply.body.source : undefined;
    return `${text} → ${last?.trace.decision} ${source ? `${source.kind} ${source.label}` : '–'}`;
  });

test('a property of the product on the page is told from its own field, yes/no questions too', () => {
  expect(
    ask('en', 'duvet-wool', [
      'Can it be washed?',
      'how do I clean this',
      'is this machine washable?',
      'How should it be looked after?',
      'is it heavy?',
      'can this duvet be washed?',
    ]),
  ).toMatchInlineSnapshot(`
    [
      "Can it be washed? → attribute product Valley wool duvet · Care",
      "how do I clean this → attribute product Valley wool duvet · Care",
      "is this machine washable? → attribute product Valley wool duvet · Care",
      "How should it be looked after? → attribute product Valley wool duvet · Care",
      "is it heavy? → attribute product Valley wool duvet · Weight",
      "can this duvet be washed? → attribute product Valley wool duvet · Care",
    ]
  `);
  expect(
    ask('zh-CN', 'duvet-wool', ['能洗吗', '可以机洗吗', '怎么保养', '脏了怎么办', '重不重', '这床被子能洗吗']),
  ).toMatchInlineSnapshot(`
    [
      "能洗吗 → attribute product 山谷羊毛被 · 洗涤方式",
      "可以机洗吗 → attribute product 山谷羊毛被 · 洗涤方式",
      "怎么保养 → attribute product 山谷羊毛被 · 洗涤方式",
      "脏了怎么办 → attribute product 山谷羊毛被 · 洗涤方式",
      "重不重 → attribute product 山谷羊毛被 · 重量",
      "这床被子能洗吗 → attribute product 山谷羊毛被 · 洗涤方式",
    ]
  `);
});

test('an answer on the same matter comes after it as a chip', () => {
  const en = createTalk(knowledge, { locale: 'en' }).say('Can it be washed?', { about: 'duvet-wool' });
  const zh = createTalk(knowledge).say('能洗吗', { about: 'duvet-wool' });
  expect([...en.log, ...zh.log].join('\n')).toMatchInlineSnapshot(`
    "> Can it be washed?
      attribute
        text Valley wool duvet: Care – Dry clean only ‹product: Valley wool duvet · Care›
        choices The shop has more on this: [answer:care-wool]
    > 能洗吗
      attribute
        text 山谷羊毛被的洗涤方式：只可干洗 ‹product: 山谷羊毛被 · 洗涤方式›
        choices 小店另有一条说明： [answer:care-wool]"
  `);
});

test('what is stated beside a matter is quoted as that', () => {
  const en = createTalk(knowledge, { locale: 'en' }).say('is it waterproof', { about: 'duvet-wool' });
  const zh = createTalk(knowledge).say('防水吗', { about: 'duvet-wool' });
  expect([...en.log, ...zh.log].join('\n')).toMatchInlineSnapshot(`
    "> is it waterproof
      attribute
        choices The details of Valley wool duvet do not mention whether it is waterproof. What they do say:
    - Care: Dry clean only [human] ‹product: Valley wool duvet · Care›
    > 防水吗
      attribute
        choices 山谷羊毛被的资料里没有写防不防水，只写了：
    - 洗涤方式：只可干洗 [human] ‹product: 山谷羊毛被 · 洗涤方式›"
  `);
});

test('without a field of its own: an answer on this kind of goods, else that it is not stated', () => {
  expect([
    ...ask('en', 'duvet-silk', ['Can it be washed?']),
    ...ask('zh-CN', 'duvet-silk', ['能洗吗']),
    ...ask('en', 'pan-iron', ['Can it be washed?', 'how do I clean this']),
    ...ask('zh-CN', 'pan-iron', ['能洗吗', '怎么保养']),
  ]).toMatchInlineSnapshot(`
    [
      "Can it be washed? → answer answer How do I wash silk?",
      "能洗吗 → answer answer 蚕丝怎么洗？",
      "Can it be washed? → attribute product Smith cast iron pan · Material, Weight, Size, Price",
      "how do I clean this → attribute product Smith cast iron pan · Material, Weight, Size, Price",
      "能洗吗 → attribute product 老铁匠铸铁锅 · 材质, 重量, 尺寸, 价格",
      "怎么保养 → attribute product 老铁匠铸铁锅 · 材质, 重量, 尺寸, 价格",
    ]
  `);
});

test('who names other goods, or a matter of the shop, has left the product in focus', () => {
  expect([
    ...ask('en', 'duvet-wool', ['how do I wash silk', 'what does shipping cost', 'how long is the warranty']),
    ...ask('zh-CN', 'duvet-wool', ['蚕丝怎么洗', '运费怎么算', '保修多久']),
  ]).toMatchInlineSnapshot(`
    [
      "how do I wash silk → answer answer How do I wash silk?",
      "what does shipping cost → answer answer What does shipping cost?",
      "how long is the warranty → answer answer How long is the warranty?",
      "蚕丝怎么洗 → answer answer 蚕丝怎么洗？",
      "运费怎么算 → answer answer 购买运费如何收取？",
      "保修多久 → answer answer 保修期是多久？",
    ]
  `);
});

test('after a property was told, a thing with a limit of price is looked for; one without is asked the same of', () => {
  const talk = (locale: string, texts: readonly string[]) => {
    const about = createTalk(knowledge, { locale });
    return texts.map((text) => about.say(text, { about: 'duvet-wool' }).last?.trace.decision);
  };
  expect(talk('en', ['Can it be washed?', 'and a silk duvet under 1500?'])).toEqual(['attribute', 'search']);
  expect(talk('zh-CN', ['能洗吗', '那1500以内的蚕丝被呢'])).toEqual(['attribute', 'search']);
  expect(talk('en', ['how heavy is it?', 'and the silk duvet?'])).toEqual(['attribute', 'attribute']);
});
