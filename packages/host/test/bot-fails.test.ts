import { expect, test } from 'vitest';
import { C1, openInn } from './inn.ts';

const GIVEN_UP = ['2 bot handoff requested failures', '3 bot trace failed'];

test('a responder that throws twice hands over, with nobody there a message can be left', async () => {
  const { env, turns, shopper, written } = await openInn({ responder: () => Promise.reject(new Error('broken')) });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  expect(turns).toHaveLength(2);
  expect(await written(C1)).toEqual(['1 shopper text 一', ...GIVEN_UP, '4 house handoff declined nobody']);
});

test('one failure is tried again and nobody notices', async () => {
  let failed = false;
  const { env, shopper, written } = await openInn({
    responder: async () => {
      if (failed) return { lines: [{ kind: 'text', body: { text: '好' } }] };
      failed = true;
      throw new Error('broken');
    },
  });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  expect(await written(C1)).toEqual(['1 shopper text 一', '2 bot text 好', '3 bot trace answer']);
});

test('a responder that never answers has failed after 20 s, and again after 20 more', async () => {
  const { env, shopper, written } = await openInn({ responder: () => new Promise(() => undefined) });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.pass(39_999);
  expect(await written(C1)).toEqual(['1 shopper text 一']);
  await env.pass(1);
  expect((await written(C1)).slice(1, 3)).toEqual(GIVEN_UP);
});

test('a malformed line is a failure, not something that everybody has to read', async () => {
  const { env, shopper, written } = await openInn({
    responder: async () => ({ lines: [{ kind: 'text', body: { text: '' } }] }),
  });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  expect((await written(C1)).slice(1, 3)).toEqual(GIVEN_UP);
});

test('an answer that the log could not take is given again', async () => {
  const { env, log, shopper, written } = await openInn({
    responder: async () => {
      log.failNext('before');
      return { lines: [{ kind: 'text', body: { text: '好' } }] };
    },
  });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  expect(await written(C1)).toEqual(['1 shopper text 一']);
  log.failNext = () => undefined;
  await env.pass(2_000);
  expect(await written(C1)).toEqual(['1 shopper text 一', '2 bot text 好', '3 bot trace answer']);
});

test('an answer whose receipt was lost is not given twice', async () => {
  const { env, log, turns, shopper, written } = await openInn({
    responder: async () => {
      log.failNext('after');
      return { lines: [{ kind: 'text', body: { text: '好' } }] };
    },
  });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  log.failNext = () => undefined;
  await env.pass(10_000);
  expect(turns.length).toBeLessThanOrEqual(2);
  expect(await written(C1)).toEqual(['1 shopper text 一', '2 bot text 好', '3 bot trace answer']);
  expect(man.sees(C1)).toHaveLength(3);
});
