import { createEventStreamParser, type StreamEvent } from '@xiaoer/core/transports';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What a stream tells when it comes in these pieces. */
function read(...pieces: readonly (string | Uint8Array)[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const push = createEventStreamParser(new TextDecoder(), (event) => events.push(event));
  for (const piece of pieces) expect(push(typeof piece === 'string' ? bytesOf(piece) : piece)).toBe(true);
  return events;
}

const lines = (events: readonly StreamEvent[]) => events.map(({ event, data, id }) => `${event} ${id || '-'} ${data}`);

test('events by the standard: names, ids that stay, data of several lines, comments, unknown fields', () => {
  const stream = [
    ': a comment',
    'data: one',
    '',
    'event: open',
    'id: 7',
    'data:two',
    'data:  three',
    'retry: 10',
    'nothing: here',
    '',
    'data',
    'data',
    '',
    'event: lost',
    'id: 8',
    '',
    'id: a\0b',
    'data: four',
    '',
    'data: never ended',
  ].join('\n');
  expect(lines(read(stream))).toEqual(['message - one', 'open 7 two\n three', 'message 7 \n', 'message 8 four']);
});

test('CR, LF and CRLF end a line, and a BOM at the head is none of it', () => {
  expect(lines(read('\ufeffdata: a\r\rdata: b\r\n\r\ndata: c\n\n'))).toEqual([
    'message - a',
    'message - b',
    'message - c',
  ]);
  expect(lines(read('\ufeffdata: a\r', '\n\r', '\ndata: b\r', '\r', 'data: c\n', '\n'))).toEqual([
    'message - a',
    'message - b',
    'message - c',
  ]);
});

test('regression: cut between `id:` and the blank line, an event never was', () => {
  expect(lines(read('id: 1\ndata: a\n\n', 'id: 2\n'))).toEqual(['message 1 a']);
  expect(lines(read('id: 1\ndata: a\n\n', 'id: 2\ndata: b\n'))).toEqual(['message 1 a']);
  expect(lines(read('id: 1\ndata: a\n\nid: 2\ndata: b\n', '\n'))).toEqual(['message 1 a', 'message 2 b']);
});

test('the same events, wherever the bytes are cut', () => {
  const end = fc.constantFrom('\n', '\r', '\r\n');
  const event = fc.record({
    id: fc.nat(),
    data: fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '·'))),
    end,
    comment: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event), fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (events, sizes) => {
      const text = events
        .map(({ id, data, end: eol, comment }) =>
          [...(comment ? [': …'] : []), `id: ${id}`, ...data.map((line) => `data: ${line}`), '', ''].join(eol),
        )
        .join('');
      const bytes = bytesOf(text);
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; ) {
        const size = sizes.next().value ?? 1;
        pieces.push(bytes.slice(at, at + size));
        at += size;
      }
      expect(read(...pieces)).toEqual(read(bytes));
      expect(read(bytes).map(({ data }) => data)).toEqual(
        events.filter(({ data }) => data.length > 0).map(({ data }) => data.join('\n')),
      );
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('an event without an end is given up', () => {
  const push = createEventStreamParser(new TextDecoder(), () => expect.unreachable());
  const piece = bytesOf('x'.repeat(1024 * 1024));
  let pieces = 0;
  while (push(piece)) pieces++;
  expect(pieces).toBe(16);
});
