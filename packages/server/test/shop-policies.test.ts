import { expect, test } from 'vitest';
import { botOf } from '../src/bot-participant.ts';
import { readMapping } from '../src/shops/mapping.ts';

const mapping = (policies: unknown) =>
  JSON.stringify({ shop: { id: 'inn', name: 'Inn', locales: ['en'], currency: 'CNY', policies } });

test('what the shop promises is read from its mapping; a wrong value is named with its place', () => {
  const policies = { returnDays: 7, shippingFee: { amount: 1000, currency: 'CNY' }, invoices: true };
  expect(readMapping(mapping(policies), 'mapping.json').shop.policies).toEqual(policies);
  const wrong = (value: unknown) => () => readMapping(mapping(value), 'mapping.json');
  expect(wrong({ returnDays: -1 })).toThrow(/shop\.policies\.returnDays: use 0 or more/);
  expect(wrong({ returnDays: 'seven' })).toThrow(/shop\.policies\.returnDays/);
  expect(wrong({ shippingFee: { amount: 9.5, currency: 'CNY' } })).toThrow(
    /shippingFee\.amount: use whole minor units/,
  );
  expect(wrong({ returnDay: 7 })).toThrow(/returnDay/);
});

test('who answers when and for what is read too', () => {
  const read = (service: unknown) =>
    readMapping(
      JSON.stringify({ shop: { id: 'inn', name: 'Inn', locales: ['en'], currency: 'CNY', service } }),
      'mapping.json',
    ).shop.service;
  const service = {
    rules: [
      { mode: 'person', intents: ['refund.*'], hours: { mon: ['09:00-18:00'] } },
      { mode: 'assisted', categories: ['Tea'] },
    ],
    vip: ['gold'],
    highValue: { amount: 50_000, currency: 'CNY' },
  };
  expect(read(service)).toEqual(service);
  expect(() => read({ rules: [{ mode: 'nobody' }] })).toThrow(/shop\.service\.rules\.0\.mode/);
  expect(() => read({ rules: [{ mode: 'robot', intents: ['refund'] }] })).toThrow(/write an intent such as/);
  expect(() => read({ rules: [{ mode: 'robot', hours: { mon: ['9-18'] } }] })).toThrow(/write ranges such as/);
});

test('who speaks for the shop is read too', () => {
  const read = (persona: unknown) =>
    readMapping(
      JSON.stringify({ shop: { id: 'inn', name: 'Inn', locales: ['en'], currency: 'CNY', persona } }),
      'mapping.json',
    ).shop.persona;
  const persona = { name: { 'zh-CN': '阿山', en: 'Shan' }, avatar: '/shan.svg', tone: 'playful', emoji: true };
  expect(read(persona)).toEqual(persona);
  expect(() => read({ tone: 'rude' })).toThrow(/shop\.persona\.tone/);
  expect(() => read({ avatar: 'javascript:alert(1)' })).toThrow(/shop\.persona\.avatar: use an https address/);
  const source = { shop: { id: 'inn', name: 'Inn', locales: ['en', 'zh-CN'], persona }, products: [], answers: [] };
  expect(botOf({ ...source, shop: { ...source.shop, persona: { ...persona, tone: 'warm' } } })).toEqual({
    role: 'bot',
    id: 'bot',
    name: 'Shan',
    avatar: '/shan.svg',
  });
});
