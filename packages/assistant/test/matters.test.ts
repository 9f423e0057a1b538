import { expect, test } from 'vitest';
import { shopAt } from './shopper-judge.ts';
import { createTalk } from './timeline.ts';

const shop = shopAt('examples/storefront/shop');
if (!shop) throw new Error('the bundled shop is missing');

const decided = (say: string): string => {
  const { last } = createTalk(shop, { signedIn: false }).say(say);
  return `${last?.trace.decision} ${last?.trace.source ?? ''}`.trim();
};

test('a matter is known by its own word, whatever story is around it', () => {
  expect(
    [
      '买一个杯子要另外给邮费吗',
      '我在拉萨 买个香炉要出邮费不',
      '海南发货要加钱不',
      '枕头拆开躺了一晚不舒服还能退不',
      'when do you ship orders',
      'if i pay tonight when does it go out',
    ].map(decided),
  ).toEqual([
    'answer shipping-cost',
    'answer shipping-cost',
    'answer shipping-cost',
    'answer returns',
    'answer shipping-time',
    'answer shipping-time',
  ]);
});

test('an order of one’s own is no matter in general', () => {
  expect(['我的快递到哪了', 'wheres my parcel', '怎么还没发货'].map(decided)).toEqual([
    'sign-in',
    'sign-in',
    'sign-in',
  ]);
});

test('words that only look like an insult or a threat bring nobody', () => {
  expect(['有没有送妈妈的礼物 一千以内', '垃圾桶有吗', '12345', '羊毛被能用滚筒洗吗'].map(decided)).not.toContain(
    expect.stringMatching(/^handoff/),
  );
  expect(['你们这破店，妈的', '打12345投诉你们', '吃了你们的东西拉肚子'].map(decided)).toEqual([
    'handoff anger',
    'handoff risk',
    'handoff risk',
  ]);
});
