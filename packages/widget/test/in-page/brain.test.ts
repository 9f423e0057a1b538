import type { ChatEvent } from '@xiaoer/core/protocol';
import { fakeEnv } from '@xiaoer/core/testing';
import type { Answer, Turn } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { openBrain } from '../../src/in-page/open-brain.ts';
import type { PageSetup } from '../../src/in-page/page-setup.ts';
import { FAQ, fakeSite, PRODUCTS, SETUP } from './shop-files.ts';

const FILES = { '/faq.json': FAQ, '/products.json': PRODUCTS };

/** What a line says, and where its card leads: an address, or products by their ids. */
function lineOf({ kind, body }: Answer['lines'][number]): string {
  const { text, url, items } = body as { text?: string; url?: string; items?: readonly { id: string }[] };
  return [kind, text, url, items?.map(({ id }) => id).join()].filter(Boolean).join(' | ');
}

/** Says one thing after the other; the library of intents is never trained here, as in a conversation that has just begun. */
async function talk(setup: Partial<PageSetup>, files: Readonly<Record<string, unknown>>, lines: readonly string[]) {
  const whole = { ...SETUP, ...setup };
  const reported: string[] = [];
  const brain = await openBrain(whole, fakeEnv(), fakeSite(files).fetchFile, ({ level }) => reported.push(level));
  let state: Turn['state'];
  const told: string[] = [...reported];
  for (const [n, text] of lines.entries()) {
    const from = { role: 'shopper', id: 'v:1' } as const;
    const event: ChatEvent = { seq: n + 1, id: `op-${n}`, at: 1_000, from, kind: 'text', body: { text } };
    const { locale } = whole;
    const record = { id: 'conversation-0001', shop: 'tea', subject: 'v:1', createdAt: 0, locale };
    const answer = await brain.respond({ record, events: [event], state, isStale: () => false });
    state = answer.trace?.state;
    told.push(`> ${text}`, ...answer.lines.map(lineOf));
    if (answer.handoff) told.push(`handoff: ${answer.handoff.reason}`);
  }
  return told;
}

const NO_DATA_ZH = 'text | 店铺的资料现在打不开，这个我答不了，也不想乱说。您写的都还在。';

test('answers, goods, orders and a person, in Chinese', async () => {
  expect(
    await talk({}, FILES, ['运费怎么算', '有没有茶壶', '我的订单到哪了', '我要改收货地址', '转人工', '我要留言']),
  ).toEqual([
    '> 运费怎么算',
    'text | 满 99 元包邮，不满收 8 元。',
    '> 有没有茶壶',
    expect.stringMatching(/^products \| .* \| teapot$/),
    '> 我的订单到哪了',
    'text | 这里看不到订单。进度、退换和修改，请到店铺的订单页面： [您的订单](https://tea.test/orders)',
    '> 我要改收货地址',
    'text | 这里看不到订单。进度、退换和修改，请到店铺的订单页面： [您的订单](https://tea.test/orders)',
    '> 转人工',
    'text | 这里没有人工在线。请留言，店家会回复您。',
    'handoff: wish',
    '> 我要留言',
    'text | 好的，请写在下面。',
    'handoff: guard',
  ]);
});

test('the other language is learned with the first message in it', async () => {
  expect(await talk({}, FILES, ['运费怎么算', 'how do I brew oolong?', 'where is my order?'])).toEqual([
    '> 运费怎么算',
    'text | 满 99 元包邮，不满收 8 元。',
    '> how do I brew oolong?',
    'text | Water of 95 °C, 30 seconds.',
    '> where is my order?',
    expect.stringMatching(
      /^text \| Orders are not shown in this chat\. .* \[Your orders\]\(https:\/\/tea\.test\/orders\)$/,
    ),
  ]);
});

test('without a page of orders a message can be left, and without an endpoint nobody is promised', async () => {
  const en = { locale: 'en', orders: undefined };
  expect(await talk(en, FILES, ['where is my order', 'a person please'])).toEqual([
    '> where is my order',
    'text | Orders are not shown in this chat. Leave a message with the number of your order, and the shop will answer you.',
    'handoff: guard',
    '> a person please',
    'text | Nobody is at a desk here. Leave a message, and the shop will answer you.',
    'handoff: wish',
  ]);
  expect(await talk({ ...en, messages: undefined }, FILES, ['a person please'])).toEqual([
    '> a person please',
    'text | Nobody is at a desk here, and messages cannot be left. The shop’s pages say how to reach it.',
  ]);
});

test('the knowledge file may say where orders are', async () => {
  const files = { ...FILES, '/faq.json': { ...FAQ, shop: { ...FAQ.shop, orders: '/account/orders' } } };
  expect((await talk({ orders: undefined }, files, ['我的订单到哪了'])).at(-1)).toMatch(
    /\(https:\/\/tea\.test\/account\/orders\)$/,
  );
});

test('what could not be loaded is not guessed at, and a message can be left', async () => {
  expect(await talk({}, { '/faq.json': FAQ, '/products.json': '[1,,' }, ['运费怎么算', '有没有茶壶', '你好'])).toEqual([
    'error',
    '> 运费怎么算',
    'text | 满 99 元包邮，不满收 8 元。',
    '> 有没有茶壶',
    NO_DATA_ZH,
    'handoff: guard',
    '> 你好',
    expect.stringContaining('您好，我是山茶馆的小二'),
  ]);
  expect(await talk({}, { '/products.json': PRODUCTS }, ['运费怎么算', '我的订单到哪了'])).toEqual([
    'error',
    '> 运费怎么算',
    NO_DATA_ZH,
    'handoff: guard',
    '> 我的订单到哪了',
    expect.stringMatching(/^text \| 这里看不到订单/),
  ]);
});
