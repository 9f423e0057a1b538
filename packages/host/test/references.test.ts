import { expect, test } from 'vitest';
import { BOT, C1, C2, openInn } from './inn.ts';

const acks = (lines: readonly string[]) => lines.filter((line) => /^n?ack/.test(line));
const silent = async () => ({ lines: [] });

test('an event is named only once it is there', async () => {
  const { env, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  // The second event is the trace of the bot's turn.
  man.op(C1, 'x1', 'read', { upTo: 3 });
  man.op(C1, 'x2', 'text', { text: '二', quote: 3 });
  man.op(C1, 'x3', 'text', { text: '二', quote: 1, reply: { to: 3 } });
  man.op(C1, 'x4', 'form', { to: 3, answers: {} });
  man.op(C1, 'b1', 'read', { upTo: 2 });
  man.op(C1, 'b2', 'read', { upTo: 3 });
  await env.settle();
  expect(acks(man.since())).toEqual([
    'ack a1 1',
    'nack rejected invalid-body x1',
    'nack rejected invalid-body x2',
    'nack rejected invalid-body x3',
    'nack rejected invalid-body x4',
    'ack b1 3',
    'ack b2 4',
  ]);
});

test('the op that opens a conversation keeps its words, whatever it answered in the one that was closed', async () => {
  const { env, log, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  const body = { text: '第二个', reply: { to: 40, value: 'p2' } };
  man.op(C2, 'a1', 'text', body);
  await env.settle();
  expect(acks(man.since())).toEqual(['ack a1 1']);
  expect((await log.read(C2, 0, 1))[0]?.body).toEqual(body);
});

test('what another process appended is there as well', async () => {
  const { env, log, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  const { head = 0 } = (await log.head(C1)) ?? {};
  const event = { seq: head + 1, id: 'e', at: 1, from: BOT, kind: 'text', body: { text: '二' } };
  log.elsewhere({ conversation: C1, events: [event] });
  man.op(C1, 'a2', 'read', { upTo: head + 1 });
  await env.settle();
  expect(acks(man.since())).toEqual(['ack a1 1', `ack a2 ${head + 2}`]);
});

test('only messages are taken back, not marks nor who speaks', async () => {
  const { env, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  man.op(C1, 'a1', 'handoff', { state: 'requested' });
  man.op(C1, 'a2', 'read', { upTo: 1 });
  man.say(C1, 'a3', '三');
  await env.settle();
  const [, , third] = acks(man.since());
  const seq = Number(third?.split(' ')[2]);
  man.op(C1, 'r1', 'retracted', { target: 1 });
  man.op(C1, 'r2', 'retracted', { target: seq });
  man.op(C1, 'r3', 'retracted', { target: seq + 1 });
  await env.settle();
  expect(acks(man.since()).map((line) => line.replace(/ \d+$/, ''))).toEqual([
    'nack rejected forbidden r1',
    'ack r2',
    'nack rejected forbidden r3',
  ]);
});
