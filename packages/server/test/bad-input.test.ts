import { LIMITS } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { append, dial, hello, openInn } from './inn.ts';
import { CONVERSATION, refusal, shopper } from './spoken-line.ts';

test('malformed frames are refused, each with what it answers, and the link goes on', async () => {
  const line = await shopper(await openInn());
  const answers: string[] = [];
  for (const frame of [
    'hello?',
    '',
    '[]',
    'null',
    '{"no":"type"}',
    '{"t":7}',
    { t: 'append', id: 'a1' },
    append('short', 'a2', 'x'),
    append(CONVERSATION, 'a3', 'x', { kind: 'No Kind' }),
    append(CONVERSATION, 'a4', 'x', { body: 'x' }),
    append(CONVERSATION, 'a5', ''),
    append(CONVERSATION, 'a6', 'x'.repeat(LIMITS.textChars + 1)),
    append(CONVERSATION, 'a7', '', {
      kind: 'image',
      body: { url: 'javascript:alert(1)', bytes: 1, type: 'image/png' },
    }),
  ]) {
    line.send(frame);
    answers.push(await refusal(line));
  }
  expect(answers).toEqual(
    [
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame -',
      'rejected invalid-frame a1',
      'rejected invalid-frame -',
      'rejected invalid-frame a3',
      'rejected invalid-frame a4',
    ]
      .map((answer, n) => (n === 7 ? 'rejected invalid-frame a2' : answer))
      .concat(['rejected invalid-body a5', 'rejected invalid-body a6', 'rejected invalid-body a7']),
  );
  line.send(append(CONVERSATION, 'b1', 'still here'));
  expect(await line.next('ack')).toMatchObject({ id: 'b1' });
});

test('more than ten refused frames within a minute end the link with 1008', async () => {
  const line = await dial(await openInn(), '/ws');
  for (let n = 0; n < 11; n++) line.send('?');
  expect(await line.closed).toBe(1008);
});

test('text that is not UTF-8 ends the link with 1007, a binary frame with 1003', async () => {
  const inn = await openInn();
  const [broken, binary] = [await dial(inn, '/ws'), await dial(inn, '/ws')];
  broken.sendBytes(new Uint8Array([0xff, 0xfe]), false);
  binary.sendBytes(new TextEncoder().encode(JSON.stringify(hello())), true);
  expect([await broken.closed, await binary.closed]).toEqual([1007, 1003]);
});

test('unknown frames, signals and fields are ignored; an unknown kind is kept as it is', async () => {
  const line = await shopper(await openInn());
  line.send({ t: 'teleport' });
  line.send({ t: 'signal', name: 'smell', body: {} });
  line.send({ t: 'signal', name: 'inbox', body: { rows: [], gone: [] } });
  line.send(append(CONVERSATION, 'a1', '', { kind: 'dance', body: { steps: 2 }, mood: 'good' }));
  expect(await line.next((frame) => frame.t === 'ack' || frame.t === 'nack')).toMatchObject({ t: 'ack', id: 'a1' });
  expect(await line.next((frame) => frame.t === 'events' && JSON.stringify(frame).includes('"dance"'))).toMatchObject({
    events: [{ kind: 'dance', body: { steps: 2 } }],
  });
});

test('a body over its limit is refused and the link goes on; a frame over its limit ends it with 1009', async () => {
  const line = await shopper(await openInn());
  const fill = (bytes: number) => ({ kind: 'dance', body: { note: '字'.repeat(bytes / 3) } });
  line.send(append(CONVERSATION, 'a1', '', fill(LIMITS.bodyBytes)));
  expect(await refusal(line)).toBe('rejected too-large a1');
  line.send(append(CONVERSATION, 'a2', 'still here'));
  expect(await line.next('ack')).toMatchObject({ id: 'a2' });
  line.send(append(CONVERSATION, 'a3', '', fill(LIMITS.frameBytes)));
  expect(await line.closed).toBe(1009);
});

test('frames out of order: an op without the one before it, before hello, in a second conversation', async () => {
  const inn = await openInn();
  const early = await dial(inn, '/ws');
  early.send(append(CONVERSATION, 'a1', 'before hello'));
  expect(await refusal(early)).toBe('reauth unauthenticated a1');
  early.send(hello());
  await early.next('welcome');
  early.send(append(CONVERSATION, 'a2', 'without a secret'));
  expect(await refusal(early)).toBe('reauth unauthenticated a2');

  const line = await shopper(inn);
  line.send(append(CONVERSATION, 'b2', 'second', { after: 'b1' }));
  expect(await refusal(line)).toBe('retry out-of-order b2');
  line.send(append('d'.repeat(22), 'b3', 'elsewhere'));
  expect(await line.next('nack')).toMatchObject({ class: 'retry', code: 'use', id: 'b3', use: CONVERSATION });
  line.send({ t: 'pull', conversation: CONVERSATION, nonce: 'p1', before: 0, limit: 9 });
  expect(await refusal(line)).toBe('rejected invalid-frame p1');
  // What was refused left no trace: the same ops, in order, are taken.
  line.send(append(CONVERSATION, 'b1', 'first'));
  line.send(append(CONVERSATION, 'b2', 'second', { after: 'b1' }));
  expect([(await line.next('ack'))['id'], (await line.next('ack'))['id']]).toEqual(['b1', 'b2']);
});

test('a hello of another version, for another shop, or with fields that do not fit', async () => {
  const line = await dial(await openInn(), '/ws');
  const answers: string[] = [];
  for (const more of [
    { nonce: 'n1', v: 2 },
    { nonce: 'n2', shop: 'elsewhere' },
    { nonce: 'n3', secret: 'short' },
    { nonce: 'n4', secret: '!'.repeat(43) },
    { nonce: 'n5', cursors: [{ conversation: CONVERSATION, epoch: 'e', seq: -1 }] },
    { nonce: 'n6', shop: '<b>' },
  ]) {
    line.send(hello(more));
    answers.push(await refusal(line));
  }
  expect(answers).toEqual([
    'fatal version n1',
    'fatal shop-unknown n2',
    'rejected invalid-frame n3',
    'reauth token-invalid n4',
    'rejected invalid-frame n5',
    'rejected invalid-frame n6',
  ]);
  line.send(hello({ nonce: 'n7' }));
  expect(await line.next('welcome')).toMatchObject({ nonce: 'n7' });
});

test('what is beyond the log can be neither read, answered, quoted nor taken back', async () => {
  const inn = await openInn();
  const line = await shopper(inn);
  const answers: string[] = [];
  for (const [id, kind, body] of [
    ['a1', 'read', { upTo: 999 }],
    ['a2', 'text', { text: 'x', quote: 999 }],
    ['a3', 'text', { text: 'x', reply: { to: 999, value: 'x' } }],
    ['a4', 'form', { to: 999, answers: { contact: 'x' } }],
    ['a5', 'retracted', { target: 999 }],
    ['a6', 'read', { upTo: 1 }],
    ['a7', 'text', { text: 'x', quote: 1, reply: { to: 1 } }],
    ['a8', 'form', { to: 1, answers: { contact: 'x' } }],
    ['a9', 'retracted', { target: 1 }],
  ] as const) {
    line.send(append(CONVERSATION, id, '', { kind, body }));
    const { t, class: given, code } = await line.next((frame) => frame.t === 'ack' || frame.t === 'nack');
    answers.push([id, t, given, code].filter(Boolean).join(' '));
  }
  expect(answers).toEqual([
    'a1 nack rejected invalid-body',
    'a2 nack rejected invalid-body',
    'a3 nack rejected invalid-body',
    'a4 nack rejected invalid-body',
    'a5 nack rejected not-found',
    'a6 ack',
    'a7 ack',
    'a8 ack',
    'a9 ack',
  ]);
});
