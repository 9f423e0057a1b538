import { expect, test } from 'vitest';
import { EN } from '../src/library/en/pack.ts';
import { ZH } from '../src/library/zh/pack.ts';
import { normalise } from '../src/text/normalise.ts';
import { ANGRY, createMoodReader, isUpset } from '../src/understanding/mood.ts';

const read = createMoodReader([ZH, EN]);
const moodOf = (text: string) => read(normalise(text, ZH.simplify));
const upset = (texts: readonly string[]) => texts.filter((text) => isUpset({ mood: moodOf(text) }));

test('who asks whether something bad may happen to a thing is calm', () => {
  expect(
    upset([
      '这件衬衫会不会掉色起球',
      '杯盖容易漏吗，倒过来会洒不',
      '凉席是偏硬还是偏软，会不会有异味',
      '这款有没有色差，尺码偏大吗',
      '鞋底会断裂或者变形吗？',
      '床板够不够结实，翻身响不响',
      '敢不敢直接放洗碗机',
      'does the paint chip or is it smelly at first?',
      'is the wool itchy or rough?',
    ]),
  ).toEqual([]);
});

test('words that only contain one of mood are none', () => {
  expect(
    upset([
      '空气炸锅的内胆能不能烤蛋糕',
      '能直接倒滚水进去吗',
      '有没有去死皮的磨砂膏',
      '厨房装垃圾用哪个尺寸',
      '两款差多少钱，差别在哪',
      '我问过客服了，说还没上架',
      '上次买的还没用完，这个能叠着用吗',
      '老人小孩都能吃吗，一次吃多少',
      '慢炖的功能有没有',
      '马桶坑距要多少',
      '烦请告知一下到货时间',
      'is this pillow fine for a bad back',
      'do you sell a slow cooker',
    ]),
  ).toEqual([]);
});

test('the same words are a complaint when it has happened', () => {
  const complaints = [
    '洗一次就掉色起球',
    '杯子收到就漏，盖子还裂了，怎么回事？',
    '为什么味道这么刺鼻，是不是假货',
    '怎么又发错又少送？',
    '都第几次了，到底什么时候发货',
    'why is my chair broken and dirty?',
    'it arrived late and damaged, again?',
  ];
  expect(upset(complaints)).toEqual(complaints);
});

test('what is said in anger stays so', () => {
  for (const text of ['你们就是骗子', '滚，别再发消息', '气死我了', '什么垃圾东西', 'this is a scam'])
    expect([text, moodOf(text).anger >= ANGRY]).toEqual([text, true]);
});
