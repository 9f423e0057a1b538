import { type Answer, erase } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { C1, Guest, type Inn, openInn } from './inn.ts';

const secret = 'secret-man'.padEnd(43, '-');

const eraseC1 = (inn: Inn) => erase(inn.host, C1, () => inn.log.erase(C1));

test('server rule 3: everybody who reads an erased conversation is reset to what stands for it, and resumes there', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  const lin = await inn.agent();
  man.say(C1, 'a1', '门铃坏了，找人');
  await inn.env.settle();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 2 });
  lin.watch(C1);
  await inn.env.pass(200);
  man.since();
  lin.since();
  const { head = 0 } = (await inn.log.head(C1)) ?? {};
  await eraseC1(inn);
  await inn.env.pass(200);
  const reset = `reset head ${head + 2} first ${head + 2} | ${head + 2} house closed`;
  expect(man.since('queue', 'presence')).toEqual([reset]);
  expect(lin.since('team', 'presence')).toEqual([reset, `signal inbox {"rows":[],"gone":["${C1}"]}`]);
  expect([man.sees(C1), lin.sees(C1)]).toEqual([[`${head + 2} house closed`], [`${head + 2} house closed`]]);
  // A device that was away holds the words: any number of before is answered with a reset, the new one with nothing.
  for (const seq of [1, head]) {
    const away = new Guest(inn.host, 'shopper');
    away.hello({ secret }, [{ conversation: C1, epoch: 'memory-1', seq }]);
    await inn.env.settle();
    expect(away.since()).toEqual(['welcome man []', reset]);
  }
  const wiped = new Guest(inn.host, 'shopper');
  wiped.hello({ secret }, [{ conversation: C1, epoch: 'memory-1', seq: head + 2 }]);
  await inn.env.settle();
  expect(wiped.since()).toEqual(['welcome man []']);
});

test('after it was erased nothing is recorded there: a repeat is an ack, what is new goes to another conversation', async () => {
  const inn = await openInn();
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.settle();
  man.since();
  await eraseC1(inn);
  await eraseC1(inn);
  await inn.env.settle();
  man.since();
  man.say(C1, 'a1', '一');
  man.say(C1, 'a2', '二');
  man.op(C1, 'r', 'rating', { state: 'given', score: 5 });
  expect(await inn.host.tell(C1, { id: 'ticket:1:1', text: '工单' }).catch(String)).toContain('conversation-closed');
  await inn.env.settle();
  expect(man.since()).toEqual(['ack a1 1', 'nack retry conversation-closed a2', 'nack retry conversation-closed r']);
  expect(await inn.written(C1)).toEqual(['5 house closed']);
  const again = await inn.restart();
  expect(await again.written(C1)).toEqual(['5 house closed']);
});

test('a reply that is being written while its conversation is erased is recorded nowhere', async () => {
  let finish: (answer: Answer) => void = () => undefined;
  async function* pieces(): AsyncGenerator<string, Answer> {
    yield '蚕丝被';
    return new Promise<Answer>((resolve) => {
      finish = resolve;
    });
  }
  const inn = await openInn({ responder: async () => pieces() });
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.pass(1_000);
  expect(man.sees(C1)).toEqual(['1 shopper text 一', '2 bot text 蚕丝被']);
  await eraseC1(inn);
  finish({ lines: [{ kind: 'text', body: { text: '暖和' } }] });
  await inn.env.pass(1_000);
  expect(await inn.written(C1)).toEqual(['4 house closed']);
  expect(man.sees(C1)).toEqual(['4 house closed']);
});

test('a conversation that left the memory leaves the inbox, and a stranger learns nothing of one that is not erased', async () => {
  const inn = await openInn({ settings: { restAfterMs: 1_000 } });
  const man = await inn.shopper();
  man.say(C1, 'a1', '一');
  await inn.env.settle();
  man.cut();
  await inn.env.pass(70_000);
  expect(inn.host.stats()).toMatchObject({ conversations: 1, inMemory: 0 });
  const lin = await inn.agent();
  const stranger = new Guest(inn.host, 'shopper');
  stranger.hello({ secret: 'secret-eve'.padEnd(43, '-') }, [{ conversation: C1, epoch: 'memory-1', seq: 1 }]);
  await inn.env.settle();
  expect(stranger.since()).toEqual(['welcome eve []']);
  await eraseC1(inn);
  await inn.env.pass(200);
  expect(lin.since('presence', 'team')).toEqual([`signal inbox {"rows":[],"gone":["${C1}"]}`]);
  expect(inn.host.stats().conversations).toBe(0);
});
