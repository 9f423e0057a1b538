import { LIMITS } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, Guest, openInn } from './inn.ts';

test('rule 7: unknown frames, signals and fields are ignored, unknown kinds are stored', async () => {
  const { env, shopper, written } = await openInn();
  const man = await shopper();
  man.raw('{"t":"teleport","to":"moon"}');
  man.raw('{"t":"signal","name":"smell","body":{}}');
  man.raw(`{"t":"append","conversation":"${C1}","id":"a1","kind":"dance","body":{"steps":2},"mood":"x"}`);
  await env.settle();
  expect(man.since()).toEqual(['events 1 shopper dance', 'ack a1 1']);
  expect(await written(C1)).toEqual(['1 shopper dance']);
});

test('malformed frames are refused, with the id where one can be read, and the link stays', async () => {
  const { env, shopper } = await openInn();
  const man = await shopper();
  man.raw('hello?');
  man.raw('[1]');
  man.raw('{"t":"append","id":"a1"}');
  man.raw('{"t":"pull","nonce":"p1"}');
  man.raw(`{"t":"append","conversation":"${C1}","id":"a2","kind":"text","body":{"text":"","x":1}}`);
  man.say(C1, 'a3', '好');
  await env.settle();
  expect(man.since().slice(0, 7)).toEqual([
    'nack rejected invalid-frame -',
    'nack rejected invalid-frame -',
    'nack rejected invalid-frame a1',
    'nack rejected invalid-frame p1',
    'nack rejected invalid-body a2',
    'events 1 shopper text 好',
    'ack a3 1',
  ]);
});

test('more than ten malformed frames in a minute end the link, ten a minute do not', async () => {
  const { env, shopper } = await openInn();
  const man = await shopper();
  for (let n = 0; n < 10; n++) man.raw('?');
  await env.pass(60_001);
  for (let n = 0; n < 10; n++) man.raw('?');
  expect(man.closed).toBeUndefined();
  man.raw('?');
  expect(man.closed).toBe('1008 too many malformed frames');
  man.since();
  man.say(C1, 'a1', '好');
  await env.settle();
  expect(man.since()).toEqual([]);
});

test('a body over the limit is refused, a frame over the limit ends the link; characters count as UTF-8', async () => {
  const { env, shopper } = await openInn();
  const man = await shopper();
  const fill = (bytes: number) => ({ note: '字'.repeat(Math.floor(bytes / 3)) });
  man.op(C1, 'a1', 'dance', fill(LIMITS.bodyBytes - 20));
  man.op(C1, 'a2', 'dance', fill(LIMITS.bodyBytes + 10));
  await env.settle();
  expect(man.since().filter((line) => /ack/.test(line))).toEqual(['ack a1 1', 'nack rejected too-large a2']);
  man.op(C1, 'a3', 'dance', fill(LIMITS.frameBytes + 10));
  expect(man.since()).toEqual(['nack rejected too-large a3']);
  expect(man.closed).toBe('1009 frame too large');
});

test('a shopper who does not say hello is asked to leave after 10 s; an agent has time', async () => {
  const { env, host } = await openInn();
  const [guest, lin] = [new Guest(host, 'shopper'), new Guest(host, 'agent', { role: 'agent', id: 'lin' })];
  guest.say(C1, 'a1', '喂');
  await env.pass(9_999);
  expect([guest.closed, guest.since()]).toEqual([undefined, ['nack reauth unauthenticated a1']]);
  await env.pass(1);
  expect([guest.closed, lin.closed]).toEqual(['1008 no hello', undefined]);
});

test('what a shopper names must exist for him', async () => {
  const { env, shopper } = await openInn();
  const man = await shopper();
  man.op(C1, 'a1', 'product', { product: 'none' });
  await env.settle();
  expect(man.since()).toEqual(['nack rejected not-found a1']);
});

test('cards come from the merchant, not from the page', async () => {
  const seen: unknown[] = [];
  const { env, log, shopper } = await openInn({
    async enrich(content, context) {
      seen.push([content.kind, context.subject, context.author.id, context.shop]);
      return { product: 'p1', card: { id: 'p1', title: '真', price: { amount: 100, currency: 'CNY' } } };
    },
  });
  const man = await shopper();
  const fake = { id: 'p1', title: '假', price: { amount: 1, currency: 'CNY' } };
  man.op(C1, 'a1', 'product', { product: 'p1', card: fake });
  await env.settle();
  expect((await log.read(C1, 0, 1))[0]?.body).toMatchObject({ card: { title: '真' } });
  expect(seen).toEqual([['product', 'man', 'man', 'inn']]);
});

test('a port that breaks puts the op off', async () => {
  const { env, shopper } = await openInn({ enrich: () => Promise.reject(new Error('down')) });
  const man = await shopper();
  man.op(C1, 'a1', 'product', { product: 'p1' });
  await env.settle();
  expect(man.since()).toEqual(['nack retry internal a1']);
});

test('only the author may take a message back, and only one that exists', async () => {
  const { env, shopper } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.since();
  man.op(C1, 'r1', 'retracted', { target: 2 });
  man.op(C1, 'r2', 'retracted', { target: 9 });
  man.op(C1, 'r3', 'retracted', { target: 1 });
  await env.settle();
  expect(man.since()).toEqual([
    'nack rejected forbidden r1',
    'nack rejected not-found r2',
    'events 4 shopper retracted',
    'ack r3 4',
  ]);
});
