import { expect, test } from 'vitest';
import { C1, type Guest, openInn } from './inn.ts';

const silent = async () => ({ lines: [] });
const acks = (guest: Guest) => guest.since().filter((line) => /^n?ack/.test(line));
const bodies = (guest: Guest) => (guest.replica.get(C1) ?? []).map(({ seq, body }) => `${seq} ${JSON.stringify(body)}`);

test('a message can be taken back for two minutes by its author, and its words reach nobody any more', async () => {
  const { env, shopper, agent, log } = await openInn({ responder: silent });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '密码是 1234');
  await env.pass(120_000);
  man.op(C1, 'r1', 'retracted', { target: 1 });
  await env.settle();
  expect(acks(man)).toEqual(['ack a1 1', 'ack r1 3']);
  const back = await shopper();
  lin.watch(C1);
  lin.send({ t: 'pull', conversation: C1, nonce: 'p', before: 2, limit: 9 });
  await env.settle();
  expect([bodies(back)[0], bodies(lin)[0]]).toEqual(['1 {"retracted":true}', '1 {"retracted":true}']);
  expect(
    lin.frames.some((frame) => JSON.stringify(frame).includes('reset') && JSON.stringify(frame).includes('密码')),
  ).toBe(false);
  const page = lin.frames.find((frame) => frame.t === 'events' && frame.nonce === 'p');
  expect(page?.t === 'events' && page.events[0]).toMatchObject({
    seq: 1,
    kind: 'text',
    from: { id: 'man' },
    body: { retracted: true },
  });
  expect((await log.read(C1, 0, 1))[0]?.body).toEqual({ text: '密码是 1234' });
});

test('later than two minutes it is too late, also for an agent; a repeat of what was taken in time is an ack', async () => {
  const { env, shopper, agent } = await openInn({ responder: silent });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  lin.say(C1, 'b1', '你好');
  await env.settle();
  man.op(C1, 'r0', 'retracted', { target: 4 });
  man.op(C1, 'r1', 'retracted', { target: 1 });
  await env.pass(120_001);
  man.since();
  lin.since();
  man.op(C1, 'r1', 'retracted', { target: 1 });
  man.op(C1, 'r2', 'retracted', { target: 1 });
  lin.op(C1, 'r3', 'retracted', { target: 4 });
  await env.settle();
  expect(acks(man)).toEqual(['ack r1 5', 'nack rejected too-late r2']);
  expect(acks(lin)).toEqual(['nack rejected too-late r3']);
  expect(man.nacks().map(({ id, code }) => `${id} ${code}`)).toEqual(['r0 forbidden', 'r2 too-late']);
});

test('what was taken back is not answered, and is no line of the inbox', async () => {
  const { env, shopper, agent, turns } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.typing(C1, true);
  man.say(C1, 'a2', '二');
  man.typing(C1, true);
  man.op(C1, 'r', 'retracted', { target: 4 });
  await env.pass(5_000);
  expect(turns.map(({ events }) => events.map(({ id }) => id))).toEqual([['a1']]);
  expect(lin.since().at(-1)).not.toContain('"last"');
});

test('read marks of both sides are recorded, only when they go on, and never beyond what is there', async () => {
  const { env, shopper, agent, written } = await openInn({ responder: silent });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  lin.watch(C1);
  await env.settle();
  lin.since();
  man.since();
  lin.op(C1, 'm1', 'read', { upTo: 1 });
  lin.op(C1, 'm2', 'read', { upTo: 2 });
  await env.settle();
  lin.op(C1, 'm3', 'read', { upTo: 1 });
  lin.op(C1, 'm4', 'read', { upTo: 2 });
  lin.op(C1, 'm5', 'read', { upTo: 9 });
  man.op(C1, 'm6', 'read', { upTo: 2 });
  man.op(C1, 'm7', 'read', { upTo: 2 });
  await env.settle();
  expect(acks(lin)).toEqual(['ack m1 3', 'ack m2 4', 'ack m3 4', 'ack m4 4', 'nack rejected invalid-body m5']);
  expect(acks(man)).toEqual(['ack m6 5', 'ack m7 5']);
  expect((await written(C1)).slice(2)).toEqual(['3 agent read', '4 agent read', '5 shopper read']);
  expect(man.sees(C1).slice(2)).toEqual(['3 agent read', '4 agent read', '5 shopper read']);
});

test('a needless mark is known as such after a restart and costs no rate', async () => {
  const inn = await openInn({ responder: silent, settings: { rate: { perSecond: 0.001, burst: 3 } } });
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  man.op(C1, 'm1', 'read', { upTo: 1 });
  await inn.env.settle();
  const again = await inn.restart();
  const back = await again.shopper();
  for (let n = 0; n < 5; n++) back.op(C1, `n${n}`, 'read', { upTo: 1 });
  await again.env.settle();
  expect(acks(back)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4'].map((id) => `ack ${id} 2`));
});

test('a mark changes nothing of who speaks, who waits and what the bot owes, and does not end the writing', async () => {
  const { env, shopper, agent, turns } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.typing(C1, true);
  man.say(C1, 'a2', '二');
  man.typing(C1, true);
  man.op(C1, 'm1', 'read', { upTo: 2 });
  await env.pass(500);
  expect(turns).toHaveLength(1);
  await env.pass(4_000);
  expect(turns).toHaveLength(2);
  man.op(C1, 'm2', 'read', { upTo: 6 });
  lin.op(C1, 'm3', 'read', { upTo: 6 });
  await env.pass(100);
  expect(turns).toHaveLength(2);
  expect(lin.since().at(-1)).toContain('"mode":"bot","serving":0');
});
