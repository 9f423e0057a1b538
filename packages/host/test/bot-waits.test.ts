import { expect, test } from 'vitest';
import { C1, openInn } from './inn.ts';

/** A shopper whose message and next typing reach the house together. */
async function saysAndTypesOn() {
  const inn = await openInn();
  const man = await inn.shopper();
  man.say(C1, 'a0', '零');
  await inn.env.settle();
  inn.turns.length = 0;
  man.say(C1, 'a1', '一');
  man.typing(C1, true);
  await inn.env.settle();
  return { ...inn, man };
}

test('rule 9: a shopper who is typing again is waited for until 600 ms of quiet, all messages together', async () => {
  const { env, man, turns } = await saysAndTypesOn();
  await env.pass(1_000);
  man.typing(C1, false);
  await env.pass(599);
  expect(turns).toHaveLength(0);
  await env.pass(1);
  expect(turns.map(({ events }) => events.map(({ id }) => id))).toEqual([['a1']]);
});

test('rule 9: the next message ends the wait at once', async () => {
  const { env, man, turns } = await saysAndTypesOn();
  await env.pass(1_000);
  man.say(C1, 'a2', '二');
  await env.settle();
  expect(turns.map(({ events }) => events.map(({ id }) => id))).toEqual([['a1', 'a2']]);
});

test('rule 9: it waits 4 s at most, however long the shopper types', async () => {
  const { env, man, turns } = await saysAndTypesOn();
  await env.pass(2_000);
  man.typing(C1, true);
  await env.pass(1_999);
  expect(turns).toHaveLength(0);
  await env.pass(1);
  expect(turns).toHaveLength(1);
});

test('a short pause in typing does not end the wait', async () => {
  const { env, man, turns } = await saysAndTypesOn();
  await env.pass(500);
  man.typing(C1, false);
  await env.pass(400);
  man.typing(C1, true);
  await env.pass(1_000);
  expect(turns).toHaveLength(0);
  man.typing(C1, false);
  await env.pass(600);
  expect(turns).toHaveLength(1);
});

test('typing that ended with the message itself is not waited for', async () => {
  const { env, shopper, turns } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.typing(C1, true);
  man.say(C1, 'a2', '二');
  await env.settle();
  expect(turns).toHaveLength(2);
});
