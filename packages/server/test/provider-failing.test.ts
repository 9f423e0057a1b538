import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { factWith, openModel, stream, streamOf } from './fake-model.ts';
import { talk } from './provider-turns.ts';

const UNSURE = /^I am not sure about that/;
const LOUD = 'is it loud when I turn over in bed';

test.each<[string, (response: ServerResponse) => void, string]>([
  ['429', (response) => response.writeHead(429, { 'retry-after': '7' }).end('{"error":"slow down"}'), 'http-429'],
  ['500', (response) => response.writeHead(500).end('oops'), 'http-500'],
  [
    'a page of a proxy',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>'),
    'not-json',
  ],
  ['another address', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 'unreachable'],
  ['a cut line', (response) => response.destroy(), 'unreachable'],
  [
    'no text',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[]}'),
    'no-text',
  ],
  [
    'no number',
    (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"choices":[{"message":{"content":"the first, I think"}}]}'),
    'UnreadableError',
  ],
])('it fails with %s: the embedded reply, and nobody asks a second time', async (_what, reply, code) => {
  const log: string[] = [];
  const model = await openModel(() => reply);
  const { text, calls, pieces } = await talk(model.url, { log })(LOUD, 'quilt');
  expect(text).toMatch(UNSURE);
  expect(pieces).toEqual([]);
  expect(calls).toMatchObject([{ stage: 'rank', decided: `failed: ${code}` }]);
  expect(log).toEqual([`warn provider.failed {"stage":"rank","error":"${code}"}`]);
});

test('nobody there: the embedded reply', async () => {
  const { text, calls } = await talk('http://127.0.0.1:1/v1')(LOUD, 'quilt');
  expect(text).toMatch(UNSURE);
  expect(calls[0]?.decided).toBe('failed: unreachable');
});

test('it stalls: the embedded reply when the time is over, before the first word and before the first whole sentence', async () => {
  const silent = await openModel(() => () => undefined);
  const one = await talk(silent.url, { deadlineMs: 150 })(LOUD, 'quilt');
  expect(one.text).toMatch(UNSURE);
  expect(one.calls[0]).toMatchObject({ stage: 'rank', decided: 'failed: timeout' });

  const halting = await openModel((request) =>
    request.stage === 'answer'
      ? (response) => void stream(response).write(streamOf(['The Silk quilt is'], false))
      : '0',
  );
  const other = await talk(halting.url, { deadlineMs: 250 })(LOUD, 'quilt');
  expect(other.text).toMatch(UNSURE);
  expect(other.pieces).toEqual([]);
  expect(other.calls[1]?.decided).toBe('failed: timeout');
});

test('it breaks off: what was said stands, and half a sentence is not said', async () => {
  const model = await openModel((request) =>
    request.stage !== 'answer'
      ? '0'
      : (response) => {
          const text = `The Silk quilt does not rustle at night [${factWith(request, 'rustle')}]. It is filled with`;
          stream(response).write(streamOf([text], false), () => response.destroy());
        },
  );
  const { text, pieces, calls, trace } = await talk(model.url)(LOUD, 'quilt');
  expect(pieces).toEqual(['The Silk quilt does not rustle at night.']);
  expect(text).toBe('The Silk quilt does not rustle at night.');
  expect(trace.decision).toBe('written');
  expect(calls[1]?.decided).toMatch(/^1 said, then (?:unreachable|broken-off)$/);
});

test('after three failures in a row nobody waits for it, for a while', async () => {
  const model = await openModel(() => (response) => response.writeHead(500).end());
  let at = 0;
  const say = talk(model.url, { monotonic: () => at });
  const counts: number[] = [];
  for (const ms of [0, 1, 2, 3, 14_000, 15_002, 15_003, 45_001, 45_003]) {
    at = ms;
    await say(LOUD, 'quilt');
    counts.push(model.asked.length);
  }
  expect(counts).toEqual([1, 2, 3, 3, 3, 4, 4, 4, 5]);
});
