import type { Env } from '@xiaoer/core/env';
import { LIMITS } from '@xiaoer/core/protocol';
import type { ReplyLine } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { createFakeEnv } from './fake-env.ts';
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

const text = (words: string): ReplyLine => ({ kind: 'text', body: { text: words } });

/** What no reader could read, or no bot may say. */
function malformed(): readonly ReplyLine[] {
  const endless: Record<string, unknown> = { text: '圆' };
  endless['self'] = endless;
  return [
    text(''),
    text('长'.repeat(LIMITS.textChars + 1)),
    { kind: 'choices', body: { text: '选', options: [] } },
    { kind: 'text', body: endless as never },
    { kind: 'text', body: { text: '大', more: '大'.repeat(LIMITS.bodyBytes) } as never },
    { kind: 'text', body: null as never },
    { kind: 'poem' as never, body: { text: '诗' } },
    { kind: 'handoff', body: { state: 'joined', agent: { id: 'lin', name: 'lin' } } },
    { kind: 'closed', body: {} },
    { kind: 'form', body: { to: 1, answers: { message: '我' } } },
  ];
}

test('a malformed line is left out, its kind is logged, and the rest of the answer goes on', async () => {
  const kinds: unknown[] = [];
  const env = createFakeEnv();
  const log: Env['log'] = (level, event, fields) => void kinds.push(`${level} ${event} ${fields?.['kind']}`);
  const lines = [text('一'), ...malformed(), text('长'.repeat(LIMITS.textChars))];
  const { shopper, written } = await openInn({ env: { ...env, log }, responder: async () => ({ lines }) });
  (await shopper()).say(C1, 'a1', '一');
  await env.settle();
  expect((await written(C1)).map((line) => line.slice(0, 16).trim())).toEqual([
    '1 shopper text 一',
    '2 bot text 一',
    `3 bot text ${'长'.repeat(5)}`,
    '4 bot trace answ',
  ]);
  expect(kinds).toEqual(
    ['text', 'text', 'choices', 'text', 'text', 'text', 'poem', 'handoff', 'closed', 'form'].map(
      (kind) => `error bot.malformed ${kind}`,
    ),
  );
});

test('an answer of which nothing is left is a failure', async () => {
  const { env, turns, shopper, written } = await openInn({ responder: async () => ({ lines: malformed() }) });
  (await shopper()).say(C1, 'a1', '一');
  await env.settle();
  expect(turns).toHaveLength(2);
  expect((await written(C1)).slice(1, 3)).toEqual(GIVEN_UP);
});

test('a bot may offer to leave a message', async () => {
  const leave = { kind: 'handoff', body: { state: 'declined', reason: 'timeout' } } as const;
  const { env, shopper, written } = await openInn({ responder: async () => ({ lines: [leave] }) });
  (await shopper()).say(C1, 'a1', '一');
  await env.settle();
  expect((await written(C1)).slice(1)).toEqual(['2 bot handoff declined timeout', '3 bot trace answer']);
});

test('a wish for a person that cannot be read is a failure, which brings one; a trace like that is left out', async () => {
  const handoff = { reason: 'because' as never };
  const wish = await openInn({ responder: async () => ({ lines: [text('好')], handoff }) });
  (await wish.shopper()).say(C1, 'a1', '一');
  await wish.env.settle();
  expect((await wish.written(C1)).slice(1, 3)).toEqual(GIVEN_UP);
  const trace = { decision: 7 as never, confidence: 1, candidates: [] };
  const told = await openInn({ responder: async () => ({ lines: [text('好')], trace }) });
  (await told.shopper()).say(C1, 'a1', '一');
  await told.env.pass(5_000);
  expect(await told.written(C1)).toEqual(['1 shopper text 一', '2 bot text 好', '3 bot trace answer']);
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
