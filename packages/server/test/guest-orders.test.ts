import { buildKnowledge } from '@xiaoer/assistant';
import type { Turn } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { createAssistantResponder } from '../src/assistant-responder.ts';
import type { Notice } from '../src/notify.ts';
import { createFolderShop } from '../src/shops/folder-shop.ts';
import { createGuestTasks } from '../src/shops/guest-tasks.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';
import { event, record } from './made-up.ts';

const MINUTE = 60_000;

/** A visitor before the real assistant, over a shop of two orders, one of which has a phone that can be reached. */
function open(codes: readonly string[] = ['111111', '222222', '333333', '444444']) {
  const line = { title: '被子', price: { amount: 1000, currency: 'CNY' } };
  const folder = loadFolder(
    makeFolder({
      'mapping.json': { shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'], currency: 'CNY' } },
      'orders.json': [
        {
          subject: 'mei',
          id: 'o1',
          number: 'YL-20260301',
          placedAt: '2026-03-01',
          status: 'shipped',
          lines: [line],
          address: { text: '文三路 9 号', phone: '13800000001' },
        },
        {
          subject: 'lin',
          id: 'o2',
          number: 'YL-20260302',
          placedAt: '2026-03-02',
          status: 'paid',
          lines: [line],
          address: { text: '别处', phone: '138****0002' },
        },
      ],
    }),
  );
  let now = 1_800_000_000_000;
  const sent: Notice[] = [];
  const left = [...codes];
  const changes = { address: () => undefined, change: () => Promise.reject(new Error('nothing is changed')) };
  const shop = createFolderShop(folder, changes);
  const notify = {
    send: async (notice: Notice) => {
      sent.push(notice);
    },
  };
  const tasks = createGuestTasks(
    shop,
    notify,
    () => now,
    () => left.shift() ?? '000000',
  );
  const responder = createAssistantResponder({
    knowledge: buildKnowledge({ ...folder.knowledge, tools: Object.keys(tasks) }),
    shop: { ...shop, tasks },
    now: () => now,
    monotonic: () => 0,
    log: () => undefined,
  });
  const states = new Map<string, Turn['state']>();
  let seq = 0;
  const log: string[] = [];
  const guest = {
    log,
    sent,
    wait(ms: number) {
      now += ms;
      return guest;
    },
    async say(text: string, conversation = 'c') {
      log.push(`> ${text}`);
      const one: Turn = {
        record: { ...record('c', { subject: 'visitor' }), id: record('c').id.replace(/.$/, conversation) },
        events: [event(++seq, `q${seq}`, { body: { text } })],
        state: states.get(conversation),
        isStale: () => false,
      };
      const { lines, trace } = await responder(one);
      states.set(conversation, trace?.state);
      for (const { kind, body } of lines) log.push(`  ${kind} ${'text' in body ? (body.text ?? '') : ''}`);
      return JSON.stringify(lines);
    },
  };
  return guest;
}

test('a visitor gives the number and the code that went to who ordered, and sees that order and no address', async () => {
  const guest = open();
  await guest.say('我的订单到哪了');
  await guest.say('yl20260301 谢谢');
  await guest.say('999999');
  const told = await guest.say('111111');
  expect(guest.log.join('\n')).toMatchInlineSnapshot(`
    "> 我的订单到哪了
      text 没登录也能查：请告诉我订单号。登录后再问我会更快。
    > yl20260301 谢谢
      text 要是有这一单，验证码已经发到下单时留的联系方式。请把验证码发给我。
    > 999999
      text 验证码不对，或者已经过期。
      text 要是有这一单，验证码已经发到下单时留的联系方式。请把验证码发给我。
    > 111111
      order 订单 YL-20260301 在路上了。"
  `);
  expect(guest.sent).toEqual([
    {
      kind: 'order-code',
      to: { phone: '13800000001' },
      locale: 'zh-CN',
      values: { number: 'YL-20260301', code: '111111', minutes: 10 },
    },
  ]);
  expect(told).not.toContain('文三路');
});

test('five tries, then no more, also with the right code', async () => {
  const guest = open();
  await guest.say('我的订单到哪了');
  await guest.say('YL-20260301');
  for (const code of ['000001', '000002', '000003', '000004']) await guest.say(code);
  expect(await guest.say('000005')).toContain('试的次数太多了');
  await guest.say('我的订单到哪了');
  await guest.say('YL-20260301');
  expect(await guest.say('111111')).not.toContain('"kind":"order"');
});

test('a number that is nobody’s, and one whose phone is masked, answer as any other; nothing is sent', async () => {
  const guest = open();
  const known = open();
  for (const [who, number] of [
    [guest, 'YL-99999999'],
    [known, 'YL-20260301'],
  ] as const) {
    await who.say('我的订单到哪了');
    await who.say(number);
    await who.say('000001');
  }
  expect(guest.log.filter((line) => !line.includes('YL-'))).toEqual(known.log.filter((line) => !line.includes('YL-')));
  expect([guest.sent.length, known.sent.length]).toEqual([0, 1]);
  const masked = open();
  await masked.say('我的订单到哪了');
  await masked.say('YL-20260302');
  expect(masked.sent).toEqual([]);
  expect(await masked.say('111111')).toContain('验证码不对');
});

test('a code is over after ten minutes, after it was used, and is nothing in another conversation', async () => {
  const guest = open();
  await guest.say('我的订单到哪了');
  await guest.say('YL-20260301');
  guest.wait(10 * MINUTE);
  expect(await guest.say('111111')).toContain('验证码不对');
  const other = open();
  await other.say('我的订单到哪了');
  await other.say('YL-20260301');
  await other.say('我的订单到哪了', 'd');
  await other.say('YL-20260301', 'd');
  expect(await other.say('111111', 'd')).toContain('验证码不对');
  expect(await other.say('222222', 'd')).toContain('"kind":"order"');
});

test('at most three codes an hour for one order, whoever asks', async () => {
  const guest = open();
  for (const conversation of ['a', 'b', 'c', 'd']) {
    await guest.say('我的订单到哪了', conversation);
    await guest.say('YL-20260301', conversation);
  }
  expect(guest.sent).toHaveLength(3);
  expect(guest.log.at(-1)).toContain('试的次数太多了');
  guest.wait(60 * MINUTE);
  await guest.say('我的订单到哪了', 'e');
  await guest.say('YL-20260301', 'e');
  expect(guest.sent).toHaveLength(4);
});
