import { expect, test } from 'vitest';
import type { RunningServer } from '../src/server.ts';
import { makeFolder } from './folder.ts';
import { append, ask, dial, hello, type Line, openInn, ownOrigin } from './inn.ts';

/** Three connections at once, two of them of strangers, and no more for hours. */
const connect = { perMinute: 0.001, burst: 3, pending: 2 };

const secret = (letter: string): string => letter.repeat(43);
const conversation = (letter: string): string => letter.repeat(22);

const status = (inn: RunningServer): Promise<string> =>
  dial(inn, '/ws').then(
    () => 'open',
    (error: Error) => error.message,
  );

/** Says hello and tells what came of it. */
async function greet(line: Line, more: object): Promise<string> {
  line.send(hello(more));
  const { t, code } = await line.next((frame) => frame.t === 'welcome' || frame.t === 'nack');
  return code === undefined ? t : `${t} ${code}`;
}

async function say(line: Line, to: string): Promise<void> {
  line.send(append(to, 'a1', '运费怎么算'));
  await line.next('ack');
}

async function leave(line: Line): Promise<void> {
  line.end();
  await line.closed;
}

test('a made-up secret gives no place back, not even with a conversation that it has just begun', async () => {
  const inn = await openInn({ connect });
  const [one, two] = [await dial(inn, '/ws'), await dial(inn, '/ws')];
  expect([await greet(one, { secret: secret('a') }), await greet(two, { secret: secret('b') })]).toEqual([
    'welcome',
    'welcome',
  ]);
  expect(await status(inn)).toBe('429');
  await say(one, conversation('a'));
  expect(await greet(one, { secret: secret('a'), nonce: 'n2' })).toBe('welcome');
  expect(await status(inn)).toBe('429');
  await leave(one);
  expect(await status(inn)).toBe('open');
});

test('a secret whose conversation is in the log, and a good token, cost their address nothing', async () => {
  const dataDir = makeFolder();
  const before = await openInn({ dataDir });
  const first = await dial(before, '/ws');
  await greet(first, { secret: secret('a') });
  await say(first, conversation('a'));
  await before.close();

  const inn = await openInn({ dataDir, connect });
  const origin = ownOrigin(inn);
  const { token } = JSON.parse((await ask(inn, '/demo/sign-in', { method: 'POST', headers: { origin } })).text);
  for (const credential of [{ secret: secret('a') }, { token }, { secret: secret('a') }, { token }, { token }])
    expect(await greet(await dial(inn, '/ws'), credential)).toBe('welcome');
  expect([await status(inn), await status(inn), await status(inn)]).toEqual(['open', 'open', '429']);
});

test('each new secret on one link costs its address a turn, and is refused when there is none', async () => {
  const inn = await openInn({ connect });
  const line = await dial(inn, '/ws');
  const answers: string[] = [];
  for (const letter of ['a', 'b', 'c', 'd']) {
    answers.push(await greet(line, { secret: secret(letter) }));
    if (answers.at(-1) === 'welcome') await say(line, conversation(letter));
  }
  expect(answers).toEqual(['welcome', 'welcome', 'welcome', 'nack rate']);
  // The refused hello changed nothing: the one before still speaks, and the address has no turn left.
  line.send(append(conversation('c'), 'a2', 'still here'));
  expect(await line.next('ack')).toMatchObject({ id: 'a2' });
  expect(await status(inn)).toBe('429');
});

test('a link that is nobody’s again, or a newcomer’s, takes its place and turn again', async () => {
  const inn = await openInn({ connect });
  const origin = ownOrigin(inn);
  const { token } = JSON.parse((await ask(inn, '/demo/sign-in', { method: 'POST', headers: { origin } })).text);
  const [one, two] = [await dial(inn, '/ws'), await dial(inn, '/ws')];
  expect([await greet(one, { token }), await greet(two, { token })]).toEqual(['welcome', 'welcome']);
  expect([await greet(one, { nonce: 'n2' }), await greet(two, { secret: secret('a'), nonce: 'n2' })]).toEqual([
    'welcome',
    'welcome',
  ]);
  expect(await status(inn)).toBe('429');
  expect(await greet(one, { token, nonce: 'n3' })).toBe('welcome');
  expect(await status(inn)).toBe('open');
});

test('a principal has at most 20 links: the oldest ends with 1008', async () => {
  const inn = await openInn();
  const lines: Line[] = [];
  for (let n = 0; n < 20; n++) {
    const line = await dial(inn, '/ws');
    lines.push(line);
    await greet(line, { secret: secret('a') });
  }
  const other = await dial(inn, '/ws');
  await greet(other, { secret: secret('b') });
  const last = await dial(inn, '/ws');
  expect(await greet(last, { secret: secret('a') })).toBe('welcome');
  expect(await lines[0]?.closed).toBe(1008);
  await say(last, conversation('a'));
  // All others of the principal still read; nobody else was asked to leave.
  for (const line of lines.slice(1)) await line.next('events');
  await say(other, conversation('b'));
});
