import { expect, test } from 'vitest';
import { BOT, C1, openInn } from './inn.ts';

const silent = async () => ({ lines: [] });
const shopperLines = (lines: readonly string[]) => lines.filter((line) => line.includes(' shopper '));

test('rule 1: a repeat is an ack with the old number, on the same link and on another', async () => {
  const { env, shopper, written } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.say(C1, 'a2', '二');
  man.say(C1, 'a1', '一');
  await env.settle();
  const again = await shopper();
  again.say(C1, 'a2', '二');
  await env.settle();
  expect(man.since().filter((line) => line.startsWith('ack'))).toEqual(['ack a1 1', 'ack a2 3', 'ack a1 1']);
  expect(again.since().filter((line) => line.startsWith('ack'))).toEqual(['ack a2 3']);
  expect(shopperLines(await written(C1))).toEqual(['1 shopper text 一', '3 shopper text 二']);
});

test('rule 1: the same id by two authors is two ops', async () => {
  const { env, shopper, agent, written } = await openInn({ responder: silent });
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'x', '你好');
  await env.settle();
  lin.op(C1, 'x', 'note', { text: '常客' });
  await env.settle();
  expect(lin.since('inbox')).toEqual(['ack x 3']);
  expect(await written(C1)).toEqual(['1 shopper text 你好', '2 bot trace answer', '3 agent note 常客']);
});

test('rule 1: an op whose answer was lost on the way from the log is found, not written twice', async () => {
  const { env, log, shopper, written } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  man.since();
  log.failNext('after');
  man.say(C1, 'a2', '二');
  await env.settle();
  expect(man.since()).toEqual(['events 3 shopper text 二', 'ack a2 3', 'events 4 house hidden']);
  expect(shopperLines(await written(C1))).toHaveLength(2);
});

test('rule 1: an op that the log could not take is put off, and taken when it comes again', async () => {
  const { env, log, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  log.failNext('before');
  man.say(C1, 'a1', '一');
  await env.settle();
  expect(man.since()).toEqual(['nack retry internal a1']);
  man.say(C1, 'a1', '一');
  await env.settle();
  expect(man.sees(C1)).toEqual(['1 shopper text 一', '2 house hidden']);
});

test('an op that was written but never confirmed is shown to everybody a second later, though nobody repeats it', async () => {
  const { env, log, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  const { find, read } = log;
  log.failNext('after');
  log.find = () => Promise.reject(new Error('disk'));
  log.read = () => Promise.reject(new Error('disk'));
  man.say(C1, 'a2', '二');
  man.since();
  await env.pass(1_500);
  expect(man.since()).toEqual(['nack retry internal a2']);
  Object.assign(log, { find, read });
  await env.pass(500);
  expect(man.since()).toEqual(['events 3 shopper text 二', 'events 4 house hidden']);
});

test('rule 1: the first op of a conversation, its answer lost, is found by the next try', async () => {
  const { env, log, shopper, written } = await openInn({ responder: silent });
  const man = await shopper();
  log.failNext('after');
  man.say(C1, 'a1', '一');
  await env.settle();
  man.say(C1, 'a1', '一');
  await env.settle();
  expect(man.since('queue').slice(0, 2)).toEqual(['nack retry internal a1', 'ack a1 1']);
  expect(man.sees(C1)).toEqual(['1 shopper text 一', '2 house hidden']);
  expect(await written(C1)).toEqual(['1 shopper text 一', '2 bot trace answer']);
});

test('rule 1: a guess lost to another process is made again behind what that one wrote', async () => {
  const { env, log, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  log.elsewhere({
    conversation: C1,
    events: [{ seq: 3, id: 'other', at: 1, from: BOT, kind: 'text', body: { text: '从别处' } }],
  });
  man.say(C1, 'a2', '二');
  await env.settle();
  expect(man.sees(C1)).toEqual([
    '1 shopper text 一',
    '2 house hidden',
    '3 bot text 从别处',
    '4 shopper text 二',
    '5 house hidden',
  ]);
});

test('rule 2: nothing is acked or shown before the log says that it is durable', async () => {
  const { env, log, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  const release = log.hold();
  man.say(C1, 'a1', '一');
  await env.settle();
  expect(man.since()).toEqual([]);
  release();
  await env.settle();
  expect(man.since()).toEqual(['events 1 shopper text 一', 'ack a1 1', 'events 2 house hidden']);
});

test('an op names the one before it: unknown there, it is refused as out of order and nothing overtakes', async () => {
  const { env, shopper, written } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  man.say(C1, 'a3', '三', { after: 'a2' });
  await env.settle();
  expect(man.since().filter((line) => /ack/.test(line))).toEqual(['ack a1 1', 'nack retry out-of-order a3']);
  man.say(C1, 'a2', '二');
  man.say(C1, 'a3', '三', { after: 'a2' });
  await env.settle();
  expect(shopperLines(await written(C1)).map((line) => line.slice(-1))).toEqual(['一', '二', '三']);
});

test('a refused op takes those that name it with it', async () => {
  const { env, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  man.say(C1, 'a1', '一');
  man.op(C1, 'a2', 'product', { product: 'none' }, { after: 'a1' });
  man.say(C1, 'a3', '三', { after: 'a2' });
  await env.settle();
  expect(man.since().filter((line) => /ack/.test(line))).toEqual([
    'ack a1 1',
    'nack rejected not-found a2',
    'nack retry out-of-order a3',
  ]);
});

test('more ops than the send window un-acked are put off', async () => {
  const { env, log, shopper } = await openInn({ responder: silent });
  const man = await shopper();
  const release = log.hold();
  for (let n = 1; n <= 17; n++) man.say(C1, `a${n}`, `${n}`);
  await env.settle();
  expect(man.since()).toEqual(['nack retry busy a17']);
  release();
  await env.settle();
  expect(man.since().filter((line) => line.startsWith('ack'))).toHaveLength(16);
});

test('rule 4 of the client: a repeat that another tab had recorded alone does not vouch for what comes behind it', async () => {
  const { env, shopper, written } = await openInn({ responder: silent });
  const [one, two] = [await shopper(), await shopper()];
  one.say(C1, 'a0', '零');
  await env.settle();
  two.say(C1, 'b', '二');
  await env.settle();
  one.since();
  // `a` was refused for the op before it, which is not there.
  one.say(C1, 'a', '一', { after: 'lost' });
  one.say(C1, 'b', '二', { after: 'a' });
  one.say(C1, 'c', '三', { after: 'b' });
  one.say(C1, 'd', '四', { after: 'c' });
  await env.settle();
  expect(one.since('typing').filter((line) => /ack/.test(line))).toEqual([
    'nack retry out-of-order a',
    'ack b 3',
    'nack retry out-of-order c',
    'nack retry out-of-order d',
  ]);
  one.say(C1, 'a', '一');
  one.say(C1, 'c', '三', { after: 'b' });
  await env.settle();
  expect(shopperLines(await written(C1))).toEqual([
    '1 shopper text 零',
    '3 shopper text 二',
    '5 shopper text 一',
    '6 shopper text 三',
  ]);
});

test('rule 4 of the client: an op that was refused here, and recorded over another link since, does not vouch either', async () => {
  const { env, shopper, written } = await openInn({ responder: silent });
  const [one, two] = [await shopper(), await shopper()];
  one.say(C1, 'a0', '零');
  await env.settle();
  one.say(C1, 'a', '一', { after: 'refused' });
  one.say(C1, 'b', '二', { after: 'a' });
  await env.settle();
  two.say(C1, 'b', '二');
  await env.settle();
  one.say(C1, 'c', '三', { after: 'b' });
  one.say(C1, 'a', '一');
  await env.settle();
  one.say(C1, 'b', '二', { after: 'a' });
  one.say(C1, 'c', '三', { after: 'b' });
  await env.settle();
  expect(shopperLines(await written(C1)).map((line) => line.slice(-1))).toEqual(['零', '二', '一', '三']);
});

test('rule 4 of the client: an op that came again behind another one vouches for nobody before that one is known', async () => {
  const { env, log, shopper, written } = await openInn({ responder: silent });
  const [one, two] = [await shopper(), await shopper()];
  one.say(C1, 'a0', '零');
  await env.settle();
  const release = log.hold();
  two.say(C1, 'b0', '慢');
  await env.settle();
  // `b` was on its way alone when this tab learned of `a`, which it wrote before; `a` names one that was refused.
  one.say(C1, 'b', '二');
  one.say(C1, 'a', '一', { after: 'refused' });
  one.say(C1, 'b', '二', { after: 'a' });
  one.say(C1, 'c', '三', { after: 'b' });
  await env.settle();
  release();
  await env.settle();
  one.say(C1, 'a', '一');
  one.say(C1, 'c', '三', { after: 'b' });
  await env.settle();
  expect(shopperLines(await written(C1)).map((line) => line.slice(-1))).toEqual(['零', '慢', '二', '一', '三']);
});
