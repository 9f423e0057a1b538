import type { IncomingMessage } from 'node:http';

/** Milliseconds that a body may take. */
const BODY_MS = 10_000;

/** What came with a request; `start` is what had come before it was too much. */
export type Body =
  | { readonly text: string }
  | { readonly problem: 'too large' | 'not UTF-8' | 'too slow' | 'cut'; readonly start: string };

/** Reads a body of at most `most` bytes as UTF-8. What exceeds that is neither kept nor waited for. */
export function readBody(request: IncomingMessage, most: number): Promise<Body> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const done = (body: Body) => {
      clearTimeout(late);
      request.removeAllListeners('data');
      // What still comes is thrown away.
      request.resume();
      resolve(body);
    };
    const fail = (problem: 'too large' | 'too slow' | 'cut') =>
      done({ problem, start: Buffer.concat(pieces).toString('utf8') });
    const late = setTimeout(fail, BODY_MS, 'too slow');
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > most) fail('too large');
      else pieces.push(piece);
    });
    request.once('end', () => {
      const whole = Buffer.concat(pieces);
      try {
        done({ text: new TextDecoder('utf-8', { fatal: true }).decode(whole) });
      } catch {
        done({ problem: 'not UTF-8', start: whole.toString('utf8') });
      }
    });
    request.once('close', () => fail('cut'));
    request.once('error', () => fail('cut'));
  });
}
