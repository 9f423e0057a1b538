import type { Answer } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { C1, C2, Guest, openInn, UNTOLD } from './inn.ts';

const wish = { state: 'requested' };

test('the queue, its order and its deadlines survive a restart', async () => {
  const inn = await openInn({ settings: UNTOLD });
  const [man, wife] = [await inn.shopper('man'), await inn.shopper('wife')];
  await inn.agent();
  man.op(C1, 'h', 'handoff', wish);
  await inn.env.pass(60_000);
  wife.op(C2, 'h', 'handoff', wish);
  await inn.env.pass(100_000);
  const again = await inn.restart();
  expect(again.host.stats()).toMatchObject({ queued: 2, conversations: 2 });
  const back = await again.shopper('wife');
  await again.env.pass(100);
  expect(back.sees(C2)).toEqual(['1 shopper handoff requested wish', '2 house handoff queued']);
  await again.env.pass(139_899);
  expect(again.host.stats().queued).toBe(2);
  await again.env.pass(1);
  expect((await again.written(C1)).slice(2)).toEqual([
    '3 house handoff returned timeout',
    '4 bot text 抱歉 timeout',
    '5 bot trace answer',
  ]);
  await again.env.pass(100);
  expect(back.since().filter((line) => line.startsWith('signal queue'))).toEqual([
    'signal queue {"position":2}',
    'signal queue {"position":1}',
  ]);
});

test('a shopper who comes back into the queue hears his place at once', async () => {
  const { env, shopper, agent, host } = await openInn();
  await agent();
  (await shopper()).op(C1, 'h', 'handoff', wish);
  await env.pass(1_000);
  const back = new Guest(host, 'shopper');
  back.hello({ secret: 'secret-man'.padEnd(43, '-') });
  await env.settle();
  expect(back.since()).toContain('signal queue {"position":1}');
});

test('a turn that a crash interrupted is run again at start, once', async () => {
  let answers = (): Promise<Answer> => new Promise(() => undefined);
  const inn = await openInn({ responder: () => answers() });
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  man.say(C1, 'a2', '二');
  await inn.env.settle();
  answers = async () => ({ lines: [{ kind: 'text', body: { text: '好' } }] });
  const again = await inn.restart();
  expect(again.turns.map(({ events }) => events.map(({ id }) => id))).toEqual([['a1', 'a2']]);
  expect(await again.written(C1)).toEqual([
    '1 shopper text 一',
    '2 shopper text 二',
    '3 bot text 好',
    '4 bot trace answer',
  ]);
  const third = await again.restart();
  expect(third.turns).toEqual([]);
});

test('an apology that a crash swallowed is made at start', async () => {
  let down = false;
  const inn = await openInn({
    settings: UNTOLD,
    responder: ({ returned }) =>
      down
        ? new Promise(() => undefined)
        : Promise.resolve({ lines: [{ kind: 'text', body: { text: `${returned}` } }] }),
  });
  const man = await inn.shopper();
  await inn.agent();
  man.op(C1, 'h', 'handoff', wish);
  await inn.env.settle();
  down = true;
  await inn.env.pass(300_000);
  expect(await inn.written(C1)).toHaveLength(3);
  down = false;
  const again = await inn.restart();
  expect((await again.written(C1)).slice(2)).toEqual([
    '3 house handoff returned timeout',
    '4 bot text timeout',
    '5 bot trace answer',
  ]);
});

test('a wish that the house had not yet answered is answered at start', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.settle();
  inn.host.close();
  inn.log.elsewhere({
    conversation: C1,
    events: [{ seq: 4, id: 'h', at: inn.env.now(), from: { role: 'shopper', id: 'man' }, kind: 'handoff', body: wish }],
  });
  const again = await inn.restart();
  expect((await again.written(C1)).slice(3)).toEqual(['4 shopper handoff requested', '5 house handoff queued']);
});

test('an agent who does not come back after a restart loses his conversations', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  const lin = await inn.agent();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await inn.env.settle();
  const again = await inn.restart();
  await again.env.pass(60_000);
  expect((await again.written(C1)).slice(4)).toEqual([
    '5 house handoff returned agent',
    '6 bot text 抱歉 agent',
    '7 bot trace answer',
  ]);
});

test('a host that is closed leaves no timer behind', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  const lin = await inn.agent();
  man.say(C1, 'a1', '找人');
  man.typing(C1, true);
  await inn.env.pass(100);
  lin.watch(C1);
  await inn.env.settle();
  inn.host.close();
  await inn.env.settle();
  expect([inn.env.pending, man.closed, lin.closed]).toEqual([0, '1001 the server stops', '1001 the server stops']);
});
