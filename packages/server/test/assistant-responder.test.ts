import { buildKnowledge, type KnowledgeSource } from '@xiaoer/assistant';
import type { ChatEvent, OrderCard } from '@xiaoer/core/protocol';
import type { Turn } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { createAssistantResponder } from '../src/assistant-responder.ts';
import type { Shop } from '../src/shops/shop.ts';
import { event, record } from './made-up.ts';

const card: OrderCard = {
  id: 'o1',
  number: 'XE1001',
  placedAt: 1,
  status: 'paid',
  lines: [{ title: '被子', quantity: 1, price: { amount: 1000, currency: 'CNY' } }],
  total: { amount: 1000, currency: 'CNY' },
  address: { text: '旧地址' },
  actions: ['address'],
};

const knowledge: KnowledgeSource = {
  shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'] },
  products: [],
  answers: [{ id: 'a1', question: '运费怎么算', answer: '满 88 元包邮。' }],
};

/** A responder over a shop that writes down what it was asked. */
function make(shop: Partial<Shop> = {}, source = knowledge) {
  const asked: string[] = [];
  const responder = createAssistantResponder({
    knowledge: buildKnowledge(source),
    shop: {
      id: 'inn',
      knowledge,
      product: () => undefined,
      async orders(sub, locale) {
        asked.push(`orders of ${sub} in ${locale.slice(0, 2)}`);
        return [card];
      },
      async order(sub, id) {
        asked.push(`order ${id} of ${sub}`);
        return card;
      },
      async changeAddress(sub, id, address, key) {
        asked.push(`address of ${id} of ${sub}: ${address.text} (${key.startsWith(record('c').id) ? 'own key' : key})`);
        return { order: { ...card, address } };
      },
      ...shop,
    },
    now: () => 1_700_000_000_000,
    monotonic: () => 0,
    log: () => undefined,
  });
  return { responder, asked };
}

const turn = (events: readonly ChatEvent[], more: Partial<Turn> = {}): Turn => ({
  record: record('c'),
  events,
  state: undefined,
  isStale: () => false,
  ...more,
});

const says = (text: string, seq = 1) => event(seq, `q${seq}`, { body: { text } });

test('answers from the merchant’s answers, with the state it goes on from', async () => {
  const { responder, asked } = make();
  const { lines, trace, handoff } = await responder(turn([says('运费怎么算')]));
  expect(lines[0]).toMatchObject({ kind: 'text', body: { text: '满 88 元包邮。' } });
  expect(trace).toMatchObject({ ms: 0, candidates: expect.any(Array), state: expect.any(Object) });
  expect(handoff).toBeUndefined();
  expect(asked).toEqual([]);
});

test('asks the shop for the shopper of the conversation; a visitor has no orders', async () => {
  const signedIn = make();
  const { lines } = await signedIn.responder(turn([says('我的订单到哪了')]));
  expect(signedIn.asked.length).toBeGreaterThan(0);
  expect(signedIn.asked.every((line) => /\bmei\b/.test(line))).toBe(true);
  expect(JSON.stringify(lines)).toContain('XE1001');

  const visitor = make();
  const answer = await visitor.responder(turn([says('我的订单到哪了')], { record: record('c', { subject: 'hash' }) }));
  expect(visitor.asked).toEqual([]);
  expect(answer.lines.length).toBeGreaterThan(0);
  expect(JSON.stringify(answer.lines)).not.toContain('XE1001');
});

test('level and region of a shopper choose among variants; a shop that fails to tell them is none', async () => {
  const answer = {
    id: 'a1',
    question: '运费怎么算',
    answer: '满 88 元包邮。',
    variants: [{ when: { levels: ['金卡'] }, answer: '金卡免运费。' }],
  };
  const given: KnowledgeSource = { ...knowledge, answers: [answer] };
  const first = async (shopper: Shop['shopper'], subject?: string) => {
    const { responder } = make({ knowledge: given, shopper }, given);
    const { lines } = await responder(turn([says('运费怎么算')], subject ? { record: record('c', { subject }) } : {}));
    return lines[0]?.kind === 'text' ? lines[0].body.text : '';
  };
  expect(await first(async (subject) => ({ level: subject === 'mei' ? '金卡' : '银卡' }))).toBe('金卡免运费。');
  expect(await first(async () => ({ level: '银卡' }))).toBe('满 88 元包邮。');
  const unknown = '满 88 元包邮。\n**金卡**：金卡免运费。';
  expect(await first(() => Promise.reject(new Error('down')))).toBe(unknown);
  expect(await first(async () => ({ level: '金卡' }), 'hash')).toBe(unknown);
});

test('a shop that fails is an answer, not a crash', async () => {
  const { responder } = make({
    orders: () => Promise.reject(new Error('down')),
    order: () => Promise.reject(new Error('down')),
  });
  const { lines, handoff } = await responder(turn([says('我的订单到哪了')]));
  expect(lines.length > 0 || handoff !== undefined).toBe(true);
});

test('several messages are one question; the wish for a person is a handoff', async () => {
  const { responder } = make();
  const { handoff } = await responder(turn([says('你好', 1), says('我要找人工', 2)]));
  expect(handoff).toMatchObject({ reason: 'wish' });
});

test('an address is changed after a yes, once, under a key of the conversation', async () => {
  const { responder, asked } = make();
  let state: Turn['state'];
  const say = async (text: string, seq: number) => {
    const answer = await responder(turn([says(text, seq)], { state }));
    state = answer.trace?.state;
    return JSON.stringify(answer.lines);
  };
  await say('我要改订单 XE1001 的收货地址', 1);
  const words = await say('浙江省杭州市西湖区文三路 9 号 3 幢 201，李四，13900000002', 2);
  expect(asked.filter((line) => line.startsWith('address'))).toEqual([]);
  expect(words).toContain('文三路');
  await say('确认', 3);
  expect(asked.filter((line) => line.startsWith('address'))).toEqual([
    expect.stringMatching(/^address of o1 of mei: .*文三路 9 号 3 幢 201.* \(own key\)$/),
  ]);
});
