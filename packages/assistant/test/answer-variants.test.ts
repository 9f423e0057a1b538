import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, type KnowledgeAnswer, turn } from '../src/index.ts';
import { apart, type Circumstances, holds } from '../src/knowledge/condition.ts';
import { FIXTURE } from './fixture-shop.ts';
import { show } from './timeline.ts';

const NOVEMBER = Date.UTC(2026, 10, 1);
const DECEMBER = Date.UTC(2026, 11, 1);

const freight: KnowledgeAnswer = {
  id: 'freight',
  question: { 'zh-CN': '运费怎么算？', en: 'How much is shipping?' },
  answer: { 'zh-CN': '每单 10 元。', en: 'Each order costs 10 yuan.' },
  variants: [
    { when: { levels: ['金卡', 'Gold'] }, answer: { 'zh-CN': '金卡会员免运费。', en: 'Free for gold members.' } },
    { when: { regions: ['新疆', 'Xinjiang'] }, answer: { 'zh-CN': '每单 25 元。', en: 'Each order costs 25 yuan.' } },
  ],
};
const sale: KnowledgeAnswer = {
  id: 'sale',
  question: { 'zh-CN': '双十一有什么活动？', en: 'What is on offer in November?' },
  answer: { 'zh-CN': '全场九折。', en: 'Everything is ten per cent off.' },
  when: { from: NOVEMBER, until: DECEMBER },
};
const care: KnowledgeAnswer = {
  id: 'try-out',
  question: { 'zh-CN': '可以试睡吗？', en: 'Can I try it at home?' },
  answer: { 'zh-CN': '可以试睡三十晚。', en: 'You can try it for thirty nights.' },
  when: { categories: ['家纺', 'Bedding'] },
};

const knowledge = buildKnowledge({ ...FIXTURE, answers: [freight, sale, care] });

const ask = (
  text: string,
  { at = NOVEMBER, about, ...shopper }: { at?: number; about?: string; level?: string; region?: string } = {},
): readonly string[] => {
  const locale = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
  const input = { kind: 'message', text, about, locale, at, shopper: { signedIn: true, ...shopper } } as const;
  return turn(INITIAL_STATE, input, knowledge).replies.map(show);
};

test('the variant of the shopper is given; cases that nobody knows are told beside the usual answer', () => {
  const source = '‹answer: 运费怎么算？›';
  expect(ask('运费怎么算')).toEqual([
    `text 每单 10 元。\n**金卡、Gold**：金卡会员免运费。\n**新疆、Xinjiang**：每单 25 元。 ${source}`,
  ]);
  expect(ask('运费怎么算', { level: '金卡', region: '新疆' })).toEqual([`text 金卡会员免运费。 ${source}`]);
  expect(ask('运费怎么算', { level: '银卡', region: '新疆' })).toEqual([`text 每单 25 元。 ${source}`]);
  expect(ask('运费怎么算', { level: '银卡', region: '浙江' })).toEqual([`text 每单 10 元。 ${source}`]);
  expect(ask('how much is shipping', { level: 'silver', region: 'Xinjiang' })).toEqual([
    'text Each order costs 25 yuan. ‹answer: How much is shipping?›',
  ]);
});

test('who names another region means that one', () => {
  expect(ask('寄到新疆运费怎么算', { level: '银卡', region: '浙江' })).toEqual([
    'text 每单 25 元。 ‹answer: 运费怎么算？›',
  ]);
});

test('what has lapsed or has not begun is not said, and is on no button', () => {
  expect(ask('双十一有什么活动').join()).toContain('全场九折。');
  expect(ask('双十一有什么活动', { at: DECEMBER }).join()).not.toMatch(/九折|answer:sale/);
  expect(ask('双十一有什么活动', { at: NOVEMBER - 1 }).join()).not.toMatch(/九折|answer:sale/);
  const pressed = turn(
    INITIAL_STATE,
    {
      kind: 'message',
      text: '双十一有什么活动？',
      reply: { to: 1, value: 'answer:sale' },
      locale: 'zh-CN',
      at: DECEMBER,
      shopper: { signedIn: true },
    },
    knowledge,
  );
  expect(pressed.replies.map(show).join()).not.toContain('九折');
});

test('an answer for some goods is given of them, kept from others, and says for what it is when nobody knows', () => {
  expect(ask('可以试睡吗', { about: 'duvet-wool' })).toEqual(['text 可以试睡三十晚。 ‹answer: 可以试睡吗？›']);
  expect(ask('可以试睡吗', { about: 'pan-iron' }).join()).not.toContain('三十晚');
  expect(ask('可以试睡吗')).toEqual(['text **家纺、Bedding**：可以试睡三十晚。 ‹answer: 可以试睡吗？›']);
});

test('conditions: every list must hold, unknown stays unknown, no wins over unknown', () => {
  const now: Circumstances = { at: NOVEMBER, said: '', level: 'Gold' };
  expect(holds(undefined, now)).toBe(true);
  expect(holds({ levels: ['gold'] }, now)).toBe(true);
  expect(holds({ levels: ['gold'], regions: ['Wales'] }, now)).toBeUndefined();
  expect(holds({ levels: ['silver'], regions: ['Wales'] }, now)).toBe(false);
  expect(holds({ regions: ['Wales'] }, { ...now, said: 'do you send to wales?' })).toBe(true);
  expect(holds({ regions: ['Oman'] }, { ...now, said: 'a woman asked', region: 'Spain' })).toBe(false);
  expect(holds({ from: NOVEMBER + 1 }, now)).toBe(false);
});

test('two conditions that never hold at once are apart', () => {
  expect(apart({ until: NOVEMBER }, { from: NOVEMBER })).toBe(true);
  expect(apart({ regions: ['Wales'] }, { regions: ['wales', 'Spain'] })).toBe(false);
  expect(apart({ regions: ['Wales'] }, { regions: ['Spain'] })).toBe(true);
  expect(apart({ regions: ['Wales'] }, undefined)).toBe(false);
});
