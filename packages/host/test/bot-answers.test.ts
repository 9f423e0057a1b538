import type { Answer } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { BOT, C1, openInn } from './inn.ts';

/** A responder that waits until it is told to answer. */
function slow() {
  const waiting: ((answer: Answer) => void)[] = [];
  return {
    responder: () => new Promise<Answer>((resolve) => waiting.push(resolve)),
    answer: (text: string) => waiting.shift()?.({ lines: [{ kind: 'text', body: { text } }] }),
  };
}

test('a sentence goes out once and comes back once, and the bot answers it in one batch', async () => {
  const { env, log, shopper, written } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '有热水吗');
  await env.settle();
  expect(man.since()).toEqual([
    'events 1 shopper text 有热水吗',
    'ack a1 1',
    'events 2 bot text 答：有热水吗 | 3 house hidden',
  ]);
  expect(await written(C1)).toEqual(['1 shopper text 有热水吗', '2 bot text 答：有热水吗', '3 bot trace answer']);
  expect(log.inserts).toEqual([[`${C1} 1`], [`${C1} 2,3`]]);
  expect((await log.read(C1, 1, 2)).map(({ id }) => id)).toEqual(['bot:1:0', 'bot:1:1']);
});

test('rule 9: one run at a time; what was said meanwhile is answered together afterwards', async () => {
  const bot = slow();
  const { env, turns, shopper, written } = await openInn({ responder: bot.responder });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.say(C1, 'a2', '二');
  man.say(C1, 'a3', '三');
  await env.settle();
  bot.answer('答一');
  await env.settle();
  bot.answer('答二三');
  await env.settle();
  expect(turns.map(({ events }) => events.map(({ seq }) => seq))).toEqual([[1], [2, 3]]);
  expect(await written(C1)).toEqual([
    '1 shopper text 一',
    '2 shopper text 二',
    '3 shopper text 三',
    '4 bot text 答一',
    '5 bot trace answer',
    '6 bot text 答二三',
    '7 bot trace answer',
  ]);
});

test('rule 9: no line of the bot lands after an agent joined', async () => {
  const bot = slow();
  const { env, turns, shopper, agent, written } = await openInn({ responder: bot.responder });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '在吗');
  await env.settle();
  expect(turns[0]?.isStale()).toBe(false);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.settle();
  expect(turns[0]?.isStale()).toBe(true);
  bot.answer('来晚了');
  await env.settle();
  expect(await written(C1)).toEqual(['1 shopper text 在吗', '2 agent handoff joined']);
});

test('rule 9: an answer and a take in the same moment: whichever is first, the bot never speaks second', async () => {
  const bot = slow();
  const { env, log, shopper, agent, written } = await openInn({ responder: bot.responder });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '在吗');
  await env.settle();
  const release = log.hold();
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  bot.answer('来晚了');
  await env.settle();
  release();
  await env.settle();
  expect(await written(C1)).toEqual(['1 shopper text 在吗', '2 agent handoff joined']);
});

test('rule 1: an answer that another process has given already is not given again', async () => {
  const bot = slow();
  const { env, log, turns, shopper, written } = await openInn({ responder: bot.responder });
  const man = await shopper();
  man.say(C1, 'a1', '在吗');
  await env.settle();
  const body = { turn: 1, decision: 'answer', confidence: 1, candidates: [] };
  log.elsewhere({
    conversation: C1,
    events: [
      { seq: 2, id: 'bot:1:0', at: 1, from: BOT, kind: 'text', body: { text: '在' } },
      { seq: 3, id: 'bot:1:1', at: 1, from: BOT, kind: 'trace', body },
    ],
  });
  bot.answer('在的');
  await env.pass(60_000);
  expect(await written(C1)).toEqual(['1 shopper text 在吗', '2 bot text 在', '3 bot trace answer']);
  expect(man.sees(C1)).toEqual(['1 shopper text 在吗', '2 bot text 在', '3 house hidden']);
  expect([turns.length, log.inserts.length]).toEqual([1, 2]);
});

test('the dialogue state comes back with the next turn, out of the trace', async () => {
  const trace = { decision: 'asked', confidence: 1, candidates: [] };
  const { env, turns, shopper } = await openInn({
    responder: async ({ state }) => ({ lines: [], trace: { ...trace, state: { n: Number(state?.['n'] ?? 0) + 1 } } }),
  });
  const man = await shopper();
  for (const n of [1, 2, 3]) {
    man.say(C1, `a${n}`, `${n}`);
    await env.settle();
  }
  expect(turns.map(({ state }) => state)).toEqual([undefined, { n: 1 }, { n: 2 }]);
});

test('marks ask nothing of the bot: rating, read, retracted, a wish for a person, a kind nobody knows', async () => {
  const { env, turns, shopper, written } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.op(C1, 'm1', 'rating', { state: 'given', score: 5 });
  man.op(C1, 'm2', 'read', { upTo: 2 });
  man.op(C1, 'm3', 'retracted', { target: 1 });
  man.op(C1, 'm4', 'hologram', { rays: 3 });
  await env.settle();
  man.op(C1, 'm5', 'product', { product: 'p1' });
  await env.settle();
  expect(turns.map(({ events }) => events.map(({ kind }) => kind))).toEqual([['text'], ['product']]);
  expect((await written(C1)).slice(3)).toEqual([
    '4 shopper rating given',
    '5 shopper read',
    '6 shopper retracted',
    '7 shopper hologram',
    '8 shopper product',
    '9 bot text 答：',
    '10 bot trace answer',
  ]);
});

test('the bot is seen at work after 300 ms, and no longer when it has answered', async () => {
  const bot = slow();
  const { env, shopper } = await openInn({ responder: bot.responder });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.pass(299);
  man.since();
  await env.pass(1);
  bot.answer('好');
  await env.settle();
  expect(man.since()).toEqual([
    'signal typing {"on":true}',
    'events 2 bot text 好 | 3 house hidden',
    'signal typing {"on":false}',
  ]);
});
