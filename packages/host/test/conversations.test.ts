import { expect, test } from 'vitest';
import { C1, C2, openInn } from './inn.ts';

const acks = (lines: readonly string[]) => lines.filter((line) => /^n?ack/.test(line));

test('rule 8: the first op creates the conversation, and every link of the shopper reads it', async () => {
  const { env, log, shopper } = await openInn();
  const phone = await shopper();
  const desktop = await shopper();
  phone.say(C1, 'a1', '在吗');
  await env.settle();
  expect(desktop.sees(C1)).toEqual(['1 shopper text 在吗', '2 bot text 答：在吗', '3 house hidden']);
  expect((await log.head(C1))?.record).toMatchObject({ id: C1, shop: 'inn', subject: 'man' });
});

test('rule 8: a second conversation is answered with the open one, even when both are created at once', async () => {
  const { env, shopper, written } = await openInn();
  const phone = await shopper();
  const desktop = await shopper();
  phone.say(C1, 'a1', '一');
  desktop.say(C2, 'b1', '二');
  await env.settle();
  expect(acks(desktop.since())).toEqual([`nack retry use b1 use ${C1}`]);
  desktop.say(C1, 'b1', '二');
  await env.settle();
  expect((await written(C1)).filter((line) => line.includes('shopper'))).toHaveLength(2);
  expect(await written(C2)).toEqual([]);
});

test('rule 8: after closed a message opens another, and the closed one still takes a rating', async () => {
  const { env, shopper, agent, written } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.settle();
  lin.op(C1, 'c', 'closed', { reason: 'agent' }, { serving: 4 });
  await env.settle();
  man.since();
  man.say(C1, 'a2', '还在吗');
  man.op(C1, 'r', 'rating', { state: 'given', score: 5 });
  await env.settle();
  expect(acks(man.since())).toEqual(['nack retry conversation-closed a2', 'ack r 6']);
  man.say(C2, 'a2', '还在吗');
  await env.settle();
  expect((await written(C2))[0]).toBe('1 shopper text 还在吗');
});

test('rule 8: welcome lists the open conversation, so that a second device finds it', async () => {
  const { env, shopper, host } = await openInn();
  (await shopper()).say(C1, 'a1', '一');
  await env.settle();
  const second = await shopper();
  expect(second.sees(C1)).toEqual(['1 shopper text 一', '2 bot text 答：一', '3 house hidden']);
  expect(host.stats()).toMatchObject({ links: 2, conversations: 1, appended: 3 });
});

test("a shopper who names another's conversation learns and changes nothing", async () => {
  const { env, shopper, written } = await openInn();
  const man = await shopper('man');
  const thief = await shopper('thief');
  man.say(C1, 'a1', '我的订单');
  await env.settle();
  thief.say(C1, 'b1', '让我看看');
  thief.send({ t: 'pull', conversation: C1, nonce: 'p1', before: 9, limit: 9 });
  thief.send({ t: 'pull', conversation: C2, nonce: 'p2', before: 9, limit: 9 });
  thief.watch(C1);
  thief.typing(C1, true);
  thief.send({ t: 'signal', name: 'page', conversation: C1, body: { title: 'x' } });
  thief.hello({ secret: 'secret-thief'.padEnd(43, '-') }, [{ conversation: C1, epoch: 'memory-1', seq: 0 }]);
  await env.settle();
  expect(thief.since().sort()).toEqual([
    'nack rejected forbidden -',
    'nack rejected forbidden b1',
    'nack rejected forbidden p1',
    'nack rejected forbidden p2',
    'welcome thief []',
  ]);
  expect(man.since().filter((line) => line.startsWith('signal'))).toEqual([]);
  expect(await written(C1)).toHaveLength(3);
});

test('what cannot open a conversation does not create one', async () => {
  const { env, shopper, agent, log } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.op(C1, 'r', 'read', { upTo: 3 });
  lin.say(C1, 'b', '你好');
  await env.settle();
  expect(acks(man.since())).toEqual(['nack rejected not-found r']);
  expect(acks(lin.since())).toEqual(['nack rejected not-found b']);
  expect(await log.head(C1)).toBeUndefined();
});

for (const first of ['insert', 'read'] as const)
  test(`a device that finds the conversation while it is being created reads it whole (${first} returns first)`, async () => {
    const { env, log, shopper } = await openInn();
    const phone = await shopper();
    const { insert, read } = log;
    const gates = { insert: () => {}, read: () => {} };
    const gate = (name: 'insert' | 'read') =>
      new Promise<void>((resolve) => {
        gates[name] = resolve;
      });
    const [inserted, readable] = [gate('insert'), gate('read')];
    log.insert = async (batches) => {
      const accepted = await insert(batches);
      await inserted;
      return accepted;
    };
    log.read = async (...args) => {
      const events = await read(...args);
      await readable;
      return events;
    };
    phone.say(C1, 'a1', '一');
    await env.settle();
    const desktop = await shopper();
    gates[first]();
    await env.settle();
    gates[first === 'insert' ? 'read' : 'insert']();
    await env.settle();
    phone.say(C1, 'a2', '二');
    await env.settle();
    const whole = ['1 shopper text 一', '2 bot text 答：一', '3 house hidden', '4 shopper text 二'];
    expect(phone.sees(C1).slice(0, 4)).toEqual(whole);
    expect(desktop.sees(C1)).toEqual(phone.sees(C1));
    expect(phone.sees(C1)).toHaveLength(6);
  });

test('a closed conversation stays in memory only while somebody reads it', async () => {
  const { env, host, log, shopper, agent } = await openInn();
  const record = { id: C1, shop: 'inn', subject: 'man', createdAt: 1 };
  const from = { role: 'agent', id: 'lin' } as const;
  log.elsewhere({
    conversation: C1,
    create: record,
    events: [{ seq: 1, id: 'c', at: 1, from, kind: 'closed', body: {} }],
  });
  const [man, lin] = [await shopper(), await agent()];
  man.send({ t: 'pull', conversation: C1, nonce: 'p', before: 2, limit: 9 });
  man.say(C1, 'a1', '一');
  await env.settle();
  expect([man.since(), host.stats().conversations]).toEqual([
    ['page 1 agent closed', 'nack retry conversation-closed a1'],
    0,
  ]);
  lin.watch(C1);
  await env.settle();
  expect(host.stats().conversations).toBe(1);
  lin.watch(C1);
  lin.cut();
  await env.settle();
  expect(host.stats().conversations).toBe(0);
  const late = await agent('wang');
  const { read } = log;
  log.read = async (...args) => {
    late.cut();
    return read(...args);
  };
  late.watch(C1);
  await env.settle();
  expect(host.stats()).toMatchObject({ conversations: 0, links: 1 });
});
