import { expect, test } from 'vitest';
import { C1, Guest, openInn } from './inn.ts';

const silent = async () => ({ lines: [] });

test('every heartbeat asks with the heads; who is silent for two of them is dead', async () => {
  const { env, shopper, host } = await openInn({ responder: silent });
  const man = await shopper();
  man.hearsPings = true;
  man.say(C1, 'a1', '一');
  await env.pass(25_000);
  expect(man.since().at(-1)).toBe('ping [2]');
  man.alive = false;
  await env.pass(49_999);
  expect(man.closed).toBeUndefined();
  await env.pass(1);
  expect([man.closed, host.stats().links]).toEqual(['4000 no sign of life', 0]);
});

test('a credential is asked for a minute before it ends, refused after it, and renewed on the living link', async () => {
  const { env, host } = await openInn({ responder: silent });
  const guest = new Guest(host, 'shopper');
  guest.hello({ token: `man@${env.now() + 90_000}` });
  await env.pass(30_000);
  expect(guest.since()).toEqual(['welcome man []', 'auth-soon 60000']);
  await env.pass(60_000);
  guest.say(C1, 'a1', '一');
  expect(guest.since()).toEqual(['nack reauth token-expired -', 'nack reauth token-expired a1']);
  guest.send({ t: 'auth', token: `wife@${env.now() + 90_000}` });
  await env.settle();
  expect(guest.since()).toEqual(['nack reauth token-invalid -']);
  guest.send({ t: 'auth', token: `man@${env.now() + 90_000}` });
  guest.say(C1, 'a1', '一');
  await env.settle();
  expect(guest.since()).toEqual(['events 1 shopper text 一', 'ack a1 1', 'events 2 house hidden']);
});

test('a credential that nobody renews ends the link a minute after it', async () => {
  const { env, host } = await openInn();
  const guest = new Guest(host, 'shopper');
  guest.hello({ token: `man@${env.now() + 90_000}` });
  await env.pass(149_999);
  expect(guest.closed).toBeUndefined();
  await env.pass(1);
  expect(guest.closed).toBe('1008 the token has ended');
});

test('frames that come behind a hello wait for its answer', async () => {
  const { env, host } = await openInn({ responder: silent });
  const guest = new Guest(host, 'shopper');
  guest.hello({ token: 'man' });
  guest.say(C1, 'a1', '一');
  guest.hello({ token: 'wife' });
  guest.say('conversation-two2', 'a2', '二');
  await env.settle();
  expect(guest.since().filter((line) => /welcome|ack/.test(line))).toEqual([
    'welcome man []',
    'welcome wife []',
    'ack a1 1',
    'ack a2 1',
  ]);
});

test('rule 6: a draining house sends everybody away over a window, and finishes what it has begun', async () => {
  const { env, log, host, shopper, written } = await openInn({ responder: silent });
  const man = await shopper();
  const release = log.hold();
  man.say(C1, 'a1', '一');
  await env.settle();
  let drained = false;
  const draining = host.drain(8_000).then(() => {
    drained = true;
  });
  man.say(C1, 'a2', '二');
  await env.settle();
  expect(man.since()).toEqual(['goaway 8000', 'nack retry busy a2']);
  expect(drained).toBe(false);
  release();
  await env.settle();
  await draining;
  expect(man.since()).toContain('ack a1 1');
  expect((await written(C1))[0]).toBe('1 shopper text 一');
  const late = new Guest(host, 'shopper');
  expect(late.since()).toEqual(['goaway 8000']);
});

test('bye ends the link', async () => {
  const { host, shopper } = await openInn();
  const man = await shopper();
  man.send({ t: 'bye', cursors: [] });
  expect([man.closed, host.stats().links]).toEqual(['1000 bye', 0]);
});
