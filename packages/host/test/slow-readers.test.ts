import { expect, test } from 'vitest';
import { C1, Guest, openInn } from './inn.ts';

const silent = async () => ({ lines: [] });
const settings = { rate: { perSecond: 1_000, burst: 10_000 } };

test('rule 5: a slow reader gets 256 events, then heads, then the rest out of the log', async () => {
  const { env, shopper, host } = await openInn({ responder: silent, settings });
  const man = await shopper();
  man.say(C1, 'a0', '零');
  await env.settle();
  const slow = new Guest(host, 'shopper');
  slow.hello({ secret: 'secret-man'.padEnd(43, '-') });
  await env.settle();
  slow.frames.length = 0;
  slow.buffered = 1;
  const sent = () => slow.frames.reduce((sum, frame) => sum + (frame.t === 'events' ? frame.events.length : 0), 0);
  for (let n = 1; n <= 200; n++) {
    man.say(C1, `a${n}`, `${n}`);
    await env.settle();
  }
  // Two events of the first page count as well: nothing was taken by the network since.
  expect(sent()).toBeLessThanOrEqual(256);
  expect(sent()).toBeGreaterThan(250);
  slow.hearsPings = true;
  slow.since();
  await env.pass(25_000);
  expect(slow.since()).toEqual(['ping [402]']);
  slow.buffered = 0;
  await env.pass(100);
  expect(slow.replica.get(C1)?.map(({ seq }) => seq)).toEqual(Array.from({ length: 402 }, (_, n) => n + 1));
  man.say(C1, 'b', '直播');
  await env.settle();
  expect(slow.sees(C1).slice(-2)).toEqual(['403 shopper text 直播', '404 house hidden']);
});

test('rule 5: one MiB on its way is as much as 256 events', async () => {
  const { env, shopper, host } = await openInn({ responder: silent, settings });
  const man = await shopper();
  man.say(C1, 'a0', '零');
  await env.settle();
  const slow = new Guest(host, 'shopper');
  slow.buffered = 1;
  slow.hello({ secret: 'secret-man'.padEnd(43, '-') });
  await env.settle();
  const big = 'x'.repeat(20_000);
  for (let n = 1; n <= 80; n++) {
    man.op(C1, `a${n}`, 'dance', { big });
    await env.settle();
  }
  const bytes = slow.frames.reduce((sum, frame) => sum + JSON.stringify(frame).length, 0);
  expect(bytes).toBeLessThan(1024 * 1024 + 32_768);
  expect(slow.replica.get(C1)?.length).toBeLessThan(60);
});

test('rule 5: other readers are not held up, and signals to the slow one are dropped', async () => {
  const { env, shopper, agent } = await openInn({ responder: silent, settings });
  const man = await shopper();
  man.say(C1, 'a0', '零');
  const [lin, wang] = [await agent('lin'), await agent('wang')];
  lin.watch(C1);
  wang.watch(C1);
  await env.settle();
  lin.buffered = 1;
  for (let n = 1; n <= 150; n++) {
    man.say(C1, `a${n}`, `${n}`);
    await env.settle();
  }
  lin.since();
  man.typing(C1, true);
  await env.pass(100);
  expect(wang.replica.get(C1)).toHaveLength(302);
  expect(wang.since('team').at(-2)).toBe('signal typing {"on":true}');
  expect(lin.since()).toEqual([]);
  lin.buffered = 0;
  await env.pass(200);
  expect(lin.replica.get(C1)).toHaveLength(302);
  expect(lin.since().filter((line) => line.startsWith('signal inbox')).length).toBe(1);
});
