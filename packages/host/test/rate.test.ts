import { expect, test } from 'vitest';
import { C1, openInn } from './inn.ts';

const settings = { rate: { perSecond: 2, burst: 3 } };
const acks = (lines: readonly string[]) => lines.filter((line) => /^n?ack/.test(line));

test('a principal may append a burst, then so many a second, over all his links', async () => {
  const { env, shopper } = await openInn({ settings });
  const [man, tab] = [await shopper('man'), await shopper('man')];
  for (const n of [1, 2, 3, 4]) man.say(C1, `a${n}`, `${n}`);
  await env.settle();
  tab.say(C1, 'b1', '一');
  await env.settle();
  expect(acks(man.since())).toEqual(['ack a1 1', 'ack a2 2', 'ack a3 3', 'nack retry rate a4']);
  expect(acks(tab.since())).toEqual(['nack retry rate b1']);
  expect(man.nacks()[0]?.retryAfter).toBe(500);
  await env.pass(500);
  man.say(C1, 'a4', '4');
  await env.settle();
  expect(acks(man.since())).toEqual([expect.stringMatching(/^ack a4 /)]);
});

test('repeats cost nothing, also when nothing is left', async () => {
  const { env, shopper } = await openInn({ settings });
  const man = await shopper();
  man.say(C1, 'a1', '1');
  await env.settle();
  for (let n = 0; n < 8; n++) man.say(C1, 'a1', '1');
  await env.settle();
  man.say(C1, 'a2', '2');
  await env.settle();
  man.say(C1, 'a3', '3');
  await env.settle();
  expect(acks(man.since()).filter((line) => !line.startsWith('ack a1'))).toEqual([
    expect.stringMatching(/^ack a2/),
    expect.stringMatching(/^ack a3/),
  ]);
  man.say(C1, 'a1', '1');
  man.say(C1, 'a4', '4');
  await env.settle();
  expect(acks(man.since())).toEqual(['ack a1 1', 'nack retry rate a4']);
});

test("one shopper's haste is not another's wait", async () => {
  const { env, shopper } = await openInn({ settings });
  const [man, wife] = [await shopper('man'), await shopper('wife')];
  for (const n of [1, 2, 3, 4]) man.say(C1, `a${n}`, `${n}`);
  wife.say('conversation-two2', 'b1', '一');
  await env.settle();
  expect(acks(wife.since())).toEqual(['ack b1 1']);
});
