import { expect, test } from 'vitest';
import { shopAt } from './shopper-judge.ts';
import { createTalk } from './timeline.ts';

const shop = shopAt('examples/storefront/shop');
if (!shop) throw new Error('the bundled shop is missing');
const talk = (locale: string, signedIn = false) => createTalk(shop, { locale, signedIn });

/** All that a visitor reads after what he says, in one string. */
const read = (locale: string, ...says: readonly string[]): string =>
  says.reduce((one, say) => one.say(say), talk(locale)).log.join('\n');

test('a named product and a question no field answers: what is stated is told, the person beside it', () => {
  const en = read('en', 'does the floor lamp annoy parrots?');
  expect(en).toContain('say:\n');
  expect(en).toContain('[human]');
  const zh = read('zh-CN', '落地灯会不会招鹦鹉讨厌');
  expect(zh).toContain('资料里写着');
  expect(zh).toContain('[human]');
});

test('a property that is not stated is said to be so, and what is stated comes after it', () => {
  const told = read('en', 'is the paper lantern waterproof?');
  expect(told).toMatch(/do not mention whether it is waterproof\. What they do say:\n.*- /s);
});

test('idle words are listened to once; the second time they are not understood', () => {
  const first = talk('zh-CN').say('我饿了');
  expect(first.log.join('\n')).toContain('我在听');
  expect(
    first
      .say('我饿了')
      .log.join('\n')
      .match(/我在听/g),
  ).toHaveLength(1);
});

test('a visitor who must sign in is offered a person as well', () => {
  const told = read('zh-CN', '我的订单到哪了');
  expect(told).toContain('登录');
  expect(told).toContain('[human]');
});

test('who is loud is offered a person whatever is said to him', () => {
  expect(read('en', 'how much is shipping?')).not.toContain('[human]');
  expect(read('en', 'how much is shipping??')).toContain('[human]');
});
