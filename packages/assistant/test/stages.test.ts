import { expect, test } from 'vitest';
import { buildKnowledge, createTurn, DEFAULT_STAGES, INITIAL_STATE } from '../src/index.ts';
import { features } from '../src/text/features.ts';
import { detectLanguage } from '../src/text/language.ts';
import { normalise } from '../src/text/normalise.ts';
import { oneSlip } from '../src/text/speller.ts';
import { calibrate } from '../src/understanding/calibrate.ts';
import { retrieve } from '../src/understanding/retrieve.ts';
import { readServiceTalk } from '../src/understanding/service-talk.ts';
import { FIXTURE } from './fixture-shop.ts';

const knowledge = buildKnowledge(FIXTURE);
const { vocabulary } = knowledge;

test('normalise: width, case, quotes, repeats, traditional characters; typed values become masks', () => {
  expect(normalise('ＨＥＬＬＯ ‘you’').text).toBe("hello 'you'");
  expect(normalise('好好好好的，sooooo good!!!').text).toBe('好的,soo good!');
  expect(normalise('運費怎麼算？', vocabulary.simplify).text).toBe('运费怎么算?');
  expect(normalise('100% 棉').text).toBe('100%棉');
  expect(normalise('1000 元').text).toBe('1000 元');
  expect(normalise('单号 HH-2026-1002，手机 138-0000-0000，a.b@c.de，https://x.cn/p?q=1').masks).toEqual([
    { kind: 'url', value: 'https://x.cn/p?q=1' },
    { kind: 'email', value: 'a.b@c.de' },
    { kind: 'phone', value: '138-0000-0000' },
    { kind: 'number', value: 'HH-2026-1002' },
  ]);
  expect(normalise('WHERE IS MY ORDER').shouting).toBe(true);
});

test('features: concepts by longest match, Latin words with character grams, Han character grams, no segmenter', () => {
  const said = features('运费怎么算', vocabulary);
  expect([...said.concepts]).toEqual(['freight', '?how-much']);
  const unknown = features('玻璃风铃 chimes', vocabulary);
  expect([...unknown.units.keys()]).toEqual(
    expect.arrayContaining(['h:玻璃', 'h:风铃', 'h:玻璃风', 'w:chime', 'l:chi', 'l:chim']),
  );
  expect([...features('100%棉', vocabulary).units.keys()]).toContain('c:cotton');
  expect([...features('shiping fee', vocabulary).concepts]).toContain('freight');
});

test('speller: one insertion, deletion, change or swap', () => {
  expect([oneSlip('retun', 'return'), oneSlip('retrun', 'return'), oneSlip('rxtxrn', 'return')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('retrieve and calibrate: a paraphrase is certain, one common word never is, the unknown stays unknown', () => {
  const best = (text: string) => {
    const said = features(normalise(text).text, vocabulary);
    return calibrate(retrieve(said, [], knowledge), knowledge).find(({ kind }) => kind === 'answer');
  };
  expect(best('邮费怎么收')).toMatchObject({ id: 'freight' });
  expect(best('邮费怎么收')?.confidence).toBeGreaterThan(0.8);
  for (const common of ['怎么', '可以吗', '多少', 'how', 'do you'])
    expect(best(common)?.confidence ?? 0).toBeLessThan(0.15);
  for (const foreign of ['股票今天涨了吗', 'who won the football match'])
    expect(best(foreign)?.confidence ?? 0).toBeLessThan(0.15);
});

test('service talk: the rest of the sentence takes confidence away from greetings, not from a wish for a person', () => {
  const confidence = (text: string, id: string) =>
    readServiceTalk(features(normalise(text).text, vocabulary)).find((one) => one.id === id)?.confidence ?? 0;
  expect(confidence('你好', 'greet')).toBeGreaterThan(0.9);
  expect(confidence('你好，羊毛被多少钱', 'greet')).toBeLessThan(0.3);
  expect(confidence('羊毛被的事我要找人工', 'human.request')).toBeGreaterThan(0.75);
});

test('mood: lexicon with negation, degree, exclamation marks and capitals', () => {
  const anger = (text: string) => knowledge.mood(normalise(text)).anger;
  expect(anger('垃圾')).toBeGreaterThanOrEqual(0.6);
  expect(anger('不是垃圾')).toBe(0);
  expect(anger('I am not angry')).toBe(0);
  expect(anger('有点失望')).toBeLessThan(0.6);
  expect(anger('太失望了，太敷衍了！！')).toBeGreaterThanOrEqual(0.6);
  expect(knowledge.mood(normalise('很喜欢，谢谢')).valence).toBeGreaterThan(0.5);
  // What is disliked is no anger yet, and letters inside a word are no insult.
  expect(knowledge.mood(normalise('做工粗糙，掉色，不推荐')).valence).toBeLessThan(-0.5);
  expect(anger('做工粗糙，掉色，不推荐')).toBe(0);
  expect(anger('husband')).toBe(0);
});

test('language: by script and stop words, else undecided', () => {
  expect(['运费多少', 'how much', 'iPhone 手机壳', 'M', '1002', 'Merci beaucoup monsieur'].map(detectLanguage)).toEqual(
    ['zh-CN', 'en', 'zh-CN', undefined, undefined, 'en'],
  );
});

test('a stage can be replaced', () => {
  const deaf = createTurn({ ...DEFAULT_STAGES, retrieve: () => [], serviceTalk: () => [] });
  const input = { kind: 'message', text: '邮费怎么收', locale: 'zh-CN', shopper: { signedIn: false }, at: 0 } as const;
  expect(deaf(INITIAL_STATE, input, knowledge).trace.candidates).toEqual([]);
});
