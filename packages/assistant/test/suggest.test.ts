import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildKnowledge, createSuggest, type KnowledgeAnswer } from '../src/index.ts';

const answers: readonly KnowledgeAnswer[] = JSON.parse(
  readFileSync(new URL('../../../examples/storefront/shop/answers.json', import.meta.url), 'utf8'),
);
const over = (some: readonly KnowledgeAnswer[]) =>
  createSuggest(
    buildKnowledge({ shop: { id: 's', name: 's', locales: ['zh-CN', 'en'] }, products: [], answers: some }),
  );
const NOW = Date.UTC(2026, 10, 20);
const fromShop = over(answers);
const suggest = (typed: string, limit?: number) => fromShop(typed, NOW, limit);

test('half a word is enough, and so is one Chinese character', () => {
  expect(suggest('deliv')[0]).toBe('Where do you deliver?');
  expect(suggest('tow')).toEqual(['How do I wash towels?']);
  expect(suggest('can i ret')[0]).toBe('Can I return something?');
  expect(suggest('退款')).toEqual(['退款多久到账？']);
  expect(suggest('洗')).toEqual(expect.arrayContaining(['蚕丝怎么洗？', '毛巾怎么洗？']));
});

test('other words for the same are found by their meaning, in the language that was typed', () => {
  expect(suggest('send it back ')).toContain('Can I return something?');
  expect(suggest('几天到')).toEqual(['多久能到？']);
  expect(suggest('免運費')).toEqual(['运费怎么算？']);
});

test('nothing where nothing fits, and nothing before a word tells what it is about', () => {
  for (const typed of [
    '',
    ' ',
    '?',
    'a',
    'ho',
    'how',
    'how do I',
    'what is the weather',
    '你好',
    '今天天气',
    '📦📦',
    '12',
  ])
    expect([typed, suggest(typed)]).toEqual([typed, []]);
});

test('at most three, each answer once', () => {
  expect(suggest('wash', 10).length).toBeGreaterThan(suggest('wash').length - 1);
  const three = suggest('ship');
  expect(three).toHaveLength(3);
  expect(new Set(three).size).toBe(3);
  expect(suggest('ship', 1)).toEqual(three.slice(0, 1));
});

test('a question in one language alone is suggested as it is', () => {
  const one = over([{ id: 'a', question: '¿Cuánto cuesta el envío?', answer: '5 €' }]);
  expect(one('cuán', NOW)).toEqual(['¿Cuánto cuesta el envío?']);
  expect(over([])('anything at all', NOW)).toEqual([]);
});

test('two thirds of every question and phrasing of the bundled shop leads to it', () => {
  const missed: Record<string, string[]> = { en: [], 'zh-CN': [] };
  for (const [lang, least] of [
    ['en', 8],
    ['zh-CN', 3],
  ] as const)
    for (const { question, phrasings = [] } of answers)
      for (const said of [question, ...phrasings]) {
        const text = (said as Record<string, string>)[lang] ?? '';
        const begun = text.slice(0, Math.max(least, Math.ceil((text.length * 2) / 3)));
        const wanted = (question as Record<string, string>)[lang] ?? '';
        if (!suggest(begun).includes(wanted)) missed[lang]?.push(`${begun} → ${wanted}`);
      }
  expect(missed['zh-CN']).toEqual([]);
  // What is left begins with words that every question has.
  // "Can I get an i": one letter more tells.
  expect(missed['en']?.length).toBeLessThanOrEqual(8);
});

test('typed twice is suggested twice the same, and anything may be typed', () => {
  const odd = ['\u0000', '٣٣٣', '\ud800', 'a'.repeat(5_000), '退'.repeat(500), '((((', '<b>ship</b>', '\u202Eship'];
  for (const typed of odd) expect(suggest(typed)).toEqual(suggest(typed));
});

test('a question whose answer does not hold yet, or no more, is not suggested', () => {
  const sale = (id: string, question: string, when: KnowledgeAnswer['when']): KnowledgeAnswer => ({
    id,
    question,
    answer: id,
    when,
  });
  const now = over([
    sale('gone', 'What does the summer sale have?', { until: NOW }),
    sale('here', 'What does the winter sale have?', { from: NOW, until: NOW + 1 }),
    sale('soon', 'What does the spring sale have?', { from: NOW + 1 }),
  ]);
  expect(now('what does the', NOW)).toEqual([]);
  expect(now('sale', NOW)).toEqual(['What does the winter sale have?']);
  expect(now('sale', NOW - 1)).toEqual(['What does the summer sale have?']);
  expect(now('sale', NOW + 1)).toEqual(['What does the spring sale have?']);
});
