import { expect, test } from 'vitest';
import { shopAt } from './shopper-judge.ts';
import { createTalk } from './timeline.ts';

const shop = shopAt('examples/storefront/shop');
if (!shop) throw new Error('the bundled shop is missing');
const talk = (locale: string, signedIn = false) => createTalk(shop, { locale, signedIn });

/** What is read after the last of some messages. */
function lastOf(locale: string, ...says: readonly string[]): string {
  const one = says.slice(0, -1).reduce((so, say) => so.say(say), talk(locale));
  const before = one.log.length;
  return one
    .say(says.at(-1) ?? '')
    .log.slice(before)
    .join('\n');
}

test('the same question again brings the way to a person, in other words each time', () => {
  expect(lastOf('zh-CN', '浴巾是什么做的')).not.toContain('[human]');
  const second = lastOf('zh-CN', '浴巾是什么做的', '浴巾是什么做的');
  expect(second).toContain('[human]');
  const third = lastOf('zh-CN', '浴巾是什么做的', '浴巾是什么做的', '浴巾是什么做的');
  expect(third).toContain('[human]');
  expect(third).not.toBe(second);
  expect(lastOf('en', 'what is the bath towel made of', 'what is the bath towel made of')).toContain('[human]');
});

test('on which day sold-out goods are back is said to be unknown, and a person offered', () => {
  const zh = lastOf('zh-CN', '陶土色的浴巾什么时候补货');
  expect(zh).toContain('到，资料里没有写');
  expect(zh).toContain('[human]');
  expect(lastOf('en', 'when is the clay bath towel back in stock?')).toContain('is not stated');
});

test('what several things cost together is added up, and nothing is where one of them is not sure', () => {
  expect(lastOf('zh-CN', '白瓷盖碗加记忆棉颈枕两个 总共多少')).toContain('一共 ¥386');
  expect(lastOf('en', 'gaiwan plus neck pillow, total?')).toContain('That makes ¥277');
  // Of two finishes with prices of their own nobody knows which is meant.
  expect(lastOf('zh-CN', '荷叶香插和记忆棉颈枕一共多少钱')).not.toContain('一共 ¥');
  expect(lastOf('en', 'gaiwan plus unicorn, total?')).not.toContain('That makes');
});

test('a matter the shop has not told of is looked for in the details of the thing that is named', () => {
  const told = lastOf('zh-CN', '白瓷盖碗', '这个能不能刻字');
  expect(told).toContain('[human]');
});

test('«is that all?» is no goodbye', () => {
  expect(lastOf('zh-CN', '200 以内的茶具有哪些', '就这些？')).not.toContain('慢走');
  expect(lastOf('zh-CN', '再见')).toContain('慢走');
});

test('a person is not meant by who asks whether one is speaking', () => {
  expect(lastOf('en', 'r u a real person')).not.toContain('! wish');
  expect(lastOf('en', 'get me a real person')).toContain('! wish');
});

test('what shipping costs is not what the thing costs', () => {
  expect(lastOf('en', 'how much is shipping on just a candle')).toContain('¥12');
});

test('a rare part of a name tells which goods are near to words that no goods have', () => {
  expect(lastOf('zh-CN', '我是竹子控 有没有竹控专属的盘子')).toMatch(/bamboo|竹/);
});
