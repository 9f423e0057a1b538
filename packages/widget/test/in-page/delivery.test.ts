import type { ChatEvent } from '@xiaoer/core/protocol';
import { fakeEnv } from '@xiaoer/core/testing';
import type { ConversationRecord } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { createDelivery, type Posted } from '../../src/in-page/create-delivery.ts';

const RECORD: ConversationRecord = { id: 'conversation-0001', shop: 'tea', subject: 'v:1', createdAt: 0, locale: 'en' };

const left = (id: string, message = 'Call me'): ChatEvent => ({
  seq: 3,
  id,
  at: 1_000,
  from: { role: 'shopper', id: 'v:1' },
  kind: 'form',
  body: { to: 2, answers: { contact: 'a@b.example', message } },
});

/** A delivery whose endpoint answers in turn, and what happened in order. */
function place(...answers: Posted[]) {
  const env = fakeEnv();
  const told: string[] = [];
  const lines: ChatEvent[] = [];
  const delivery = createDelivery({
    env,
    setup: { shop: 'tea', locale: 'en' },
    async post({ id, message }) {
      const answer = answers.shift() ?? 'taken';
      told.push(`${env.monotonic()} post ${id} ${message}: ${typeof answer === 'string' ? answer : 'later'}`);
      return answer;
    },
    async tell(conversation, { id, text }) {
      if (lines.some((line) => line.id === id)) return true;
      told.push(`${env.monotonic()} ${id} ${text.slice(0, 22)}`);
      lines.push({
        seq: 9,
        id,
        at: 0,
        from: { role: 'system', id: 'house' },
        kind: 'notice',
        body: { text, conversation },
      });
      return true;
    },
  });
  return { env, told, lines, delivery };
}

test('what is left is posted at once, and the shopper is told that it has arrived', async () => {
  const { env, told, delivery } = place();
  delivery.consider(RECORD, [left('m1')]);
  await env.advance(0);
  expect(told).toEqual(['0 post m1 Call me: taken', '0 arrived:m1 Your message has reach']);
  await delivery.done();
  await env.advance(60_000);
  delivery.consider(RECORD, [left('m2', 'And me')]);
  await env.advance(0);
  expect(told.slice(2)).toEqual(['60000 post m2 And me: taken', '60000 arrived:m2 Your message has reach']);
  await env.advance(600_000);
  expect(env.timers()).toBe(0);
});

test('offline it is kept, told so once, tried again ever more seldom, and at once when the network is back', async () => {
  const { env, told, delivery } = place({}, {}, {});
  delivery.consider(RECORD, [left('m1'), left('m2', 'And me')]);
  await env.advance(0);
  await env.advance(20_000);
  expect(told.map((line) => line.replace(/^[\d.]+ /, ''))).toEqual([
    'post m1 Call me: later',
    'kept:m1 Your message is kept o',
    'post m1 Call me: later',
    'post m1 Call me: later',
    'post m1 Call me: taken',
    'arrived:m1 Your message has reach',
    'post m2 And me: taken',
    'arrived:m2 Your message has reach',
  ]);
  const off = place({ retryAfterMs: 3_000_000 });
  off.delivery.consider(RECORD, [left('m1')]);
  await off.env.advance(60_000);
  expect(off.told.length).toBe(2);
  let done = false;
  void off.delivery.done().then(() => {
    done = true;
  });
  await off.env.settle();
  expect(done).toBe(false);
  off.delivery.hurry();
  await off.env.advance(0);
  expect(off.told.slice(2)).toEqual(['60000 post m1 Call me: taken', '60000 arrived:m1 Your message has reach']);
  expect(done).toBe(true);
});

test('after a reload the log says what has arrived; what it does not say is sent again under its id', async () => {
  const { env, told, delivery } = place();
  const arrived: ChatEvent = { ...left('arrived:m1'), from: { role: 'system', id: 'house' }, kind: 'notice' };
  delivery.consider(RECORD, [left('m1'), arrived, left('m2', 'And me')]);
  await env.advance(0);
  expect(told).toEqual(['0 post m2 And me: taken', '0 arrived:m2 Your message has reach']);
});

test('what will never be taken is told, and does not stop the next', async () => {
  const { env, told, delivery } = place('refused');
  delivery.consider(RECORD, [left('m1'), left('m2', 'And me')]);
  await env.advance(0);
  expect(told).toEqual([
    '0 post m1 Call me: refused',
    '0 refused:m1 Your message was not d',
    '0 post m2 And me: taken',
    '0 arrived:m2 Your message has reach',
  ]);
});

test('other forms, other authors and a closed delivery send nothing', async () => {
  const { env, told, delivery } = place();
  delivery.consider(RECORD, [
    { ...left('f1'), body: { to: 1, answers: { size: 'M' } } },
    { ...left('f2'), from: { role: 'bot', id: 'bot' } },
  ]);
  await env.advance(10_000);
  delivery.consider(RECORD, [left('m1')]);
  delivery.close();
  await env.advance(10_000);
  expect(told).toEqual([]);
});
