import { expect, test } from 'vitest';
import { C1, C2, openInn, UNTOLD } from './inn.ts';

const acks = (lines: readonly string[]) => lines.filter((line) => /^n?ack/.test(line));
const join = { state: 'joined' };

test('rule 9: of two agents who take at once exactly one gets the conversation', async () => {
  const { env, shopper, agent, written } = await openInn();
  const man = await shopper();
  const [lin, wang] = [await agent('lin'), await agent('wang')];
  man.say(C1, 'a1', '找人');
  await env.settle();
  lin.op(C1, 'j1', 'handoff', join, { serving: 2 });
  wang.op(C1, 'j2', 'handoff', join, { serving: 2 });
  await env.settle();
  expect(acks(lin.since())).toEqual(['ack j1 5']);
  expect(acks(wang.since())).toEqual(['nack rejected serving-changed j2']);
  expect(await written(C1)).toEqual([
    '1 shopper text 找人',
    '2 bot handoff requested wish',
    '3 bot trace answer',
    '4 house handoff queued',
    '5 agent handoff joined',
  ]);
});

test('rule 9: only the holder speaks, returns and closes; notes are welcome from everybody', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  const [lin, wang] = [await agent('lin'), await agent('wang')];
  man.say(C1, 'a1', '你好');
  await env.settle();
  lin.say(C1, 'x0', '还没接');
  lin.op(C1, 'j', 'handoff', join, { serving: 0 });
  await env.settle();
  wang.say(C1, 'x1', '我来说');
  wang.op(C1, 'x2', 'handoff', { state: 'returned' }, { serving: 4 });
  wang.op(C1, 'x3', 'closed', {}, { serving: 4 });
  wang.op(C1, 'x4', 'handoff', join, { serving: 4 });
  wang.op(C1, 'n1', 'note', { text: '他是常客' });
  lin.say(C1, 'l1', '您好');
  await env.settle();
  const refused = (...ids: string[]) => ids.map((id) => `nack rejected serving-changed ${id}`);
  expect(acks(wang.since())).toEqual([...refused('x1', 'x2', 'x3', 'x4'), 'ack n1 5']);
  expect(acks(lin.since())).toEqual([...refused('x0'), 'ack j 4', 'ack l1 6']);
});

test('rule 9: what moves a conversation names the serving state it was decided upon', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '你好');
  await env.settle();
  lin.op(C1, 'j1', 'handoff', join);
  lin.op(C1, 'j2', 'handoff', join, { serving: 1 });
  lin.op(C1, 'j3', 'handoff', join, { serving: 0 });
  await env.settle();
  lin.op(C1, 'c1', 'closed', {});
  lin.op(C1, 'c2', 'closed', {}, { serving: 4 });
  await env.settle();
  expect(acks(lin.since())).toEqual([
    'nack rejected serving-changed j1',
    'nack rejected serving-changed j2',
    'ack j3 4',
    'nack rejected serving-changed c1',
    'ack c2 5',
  ]);
});

test('a take that is sent again after its ack was lost is an ack, though the state has changed by itself', async () => {
  const { env, shopper, agent } = await openInn();
  (await shopper()).say(C1, 'a1', '你好');
  const lin = await agent();
  lin.op(C1, 'j', 'handoff', join, { serving: 0 });
  await env.settle();
  lin.op(C1, 'j', 'handoff', join, { serving: 0 });
  await env.settle();
  expect(acks(lin.since())).toEqual(['ack j 4', 'ack j 4']);
});

test('handed back, the bot serves again: silent about what the agent settled, awake for what comes', async () => {
  const { env, turns, shopper, agent, written } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  lin.op(C1, 'j', 'handoff', join, { serving: 0 });
  await env.settle();
  man.say(C1, 'a2', '问掌柜');
  await env.settle();
  lin.op(C1, 'r', 'handoff', { state: 'returned' }, { serving: 4 });
  await env.settle();
  expect(turns).toHaveLength(1);
  man.say(C1, 'a3', '问小二');
  await env.settle();
  expect((await written(C1)).slice(3)).toEqual([
    '4 agent handoff joined',
    '5 shopper text 问掌柜',
    '6 agent handoff returned agent',
    '7 shopper text 问小二',
    '8 bot text 答：问小二',
    '9 bot trace answer',
  ]);
});

test('a shopper who sends the agent away gets his open question answered by the bot', async () => {
  const { env, shopper, agent, written } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  lin.op(C1, 'j', 'handoff', join, { serving: 0 });
  await env.settle();
  lin.say(C1, 'l1', '在');
  await env.settle();
  man.say(C1, 'a2', '几点关门');
  man.op(C1, 'a3', 'handoff', { state: 'returned' });
  await env.settle();
  expect((await written(C1)).slice(5)).toEqual([
    '6 shopper text 几点关门',
    '7 shopper handoff returned shopper',
    '8 bot text 答：几点关门',
    '9 bot trace answer',
  ]);
});

test('an agent holds no more than the capacity, counted also while two takes are on their way', async () => {
  const { env, shopper, agent } = await openInn({ settings: { agentCapacity: 1 } });
  (await shopper('man')).say(C1, 'a1', '一');
  (await shopper('wife')).say(C2, 'b1', '二');
  const lin = await agent();
  lin.op(C1, 'j1', 'handoff', join, { serving: 0 });
  lin.op(C2, 'j2', 'handoff', join, { serving: 0 });
  await env.settle();
  expect(acks(lin.since())).toEqual(['nack rejected capacity j2', 'ack j1 4']);
  lin.op(C1, 'r', 'handoff', { state: 'returned' }, { serving: 4 });
  await env.settle();
  lin.op(C2, 'j3', 'handoff', join, { serving: 0 });
  await env.settle();
  expect(acks(lin.since())).toEqual(['ack r 5', 'ack j3 4']);
});

test('an agent who is gone for a minute loses his conversations to the bot, which speaks about it', async () => {
  const { env, shopper, agent, written } = await openInn({ settings: UNTOLD });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '一');
  await env.settle();
  lin.op(C1, 'j', 'handoff', join, { serving: 0 });
  await env.settle();
  man.say(C1, 'a2', '在吗');
  await env.settle();
  lin.cut();
  await env.pass(40_000);
  const again = await agent();
  again.cut();
  await env.pass(59_000);
  expect(await written(C1)).toHaveLength(5);
  await env.pass(1_000);
  expect((await written(C1)).slice(4)).toEqual([
    '5 shopper text 在吗',
    '6 house handoff returned agent',
    '7 bot text 抱歉 agent',
    '8 bot trace answer',
  ]);
});
