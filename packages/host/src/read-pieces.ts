import type { Env } from '@xiaoer/core/env';
import { type Cut, LIMITS } from '@xiaoer/core/protocol';
import type { Answer, StreamedAnswer } from './responder.ts';

/** A stream from which nothing came for so long is over (rule 15). */
const SILENCE_MS = 60_000;

/** A streamed answer that has begun to come. */
export interface Begun {
  readonly first: string;
  readonly pieces: StreamedAnswer;
}

/** A streamed answer at its end. */
export interface Said {
  readonly text: string;
  readonly cut?: Cut | undefined;
  /** What follows the text, where it came to its own end. */
  readonly rest?: Answer | undefined;
}

/** Whether an answer comes in pieces. */
export const isStreamed = (answer: Answer | StreamedAnswer): answer is StreamedAnswer => Symbol.asyncIterator in answer;

/** Waits for the first piece that says something; an answer that has none is its rest. */
export async function firstPiece(pieces: StreamedAnswer): Promise<Begun | Answer> {
  for (let first = ''; ; ) {
    const result = await pieces.next();
    if (result.done) return result.value;
    first += result.value;
    if (first.trim() !== '') return { first, pieces };
  }
}

/** As much of a text as a message may have, never cut between the halves of a character. */
export const fitting = (text: string): string =>
  text.length <= LIMITS.textChars ? text : text.slice(0, LIMITS.textChars).replace(/[\uD800-\uDBFF]$/, '');

/** Reads the pieces to their end, or until `stopped` resolves. `onText` hears the whole text so far. */
export async function readPieces(
  env: Env,
  { first, pieces }: Begun,
  stopped: Promise<unknown>,
  onText: (text: string) => void,
): Promise<Said> {
  let text = first;
  const next = (): Promise<IteratorResult<string, Answer> | Cut> =>
    new Promise((resolve) => {
      const end = (result: IteratorResult<string, Answer> | Cut): void => {
        cancel();
        resolve(result);
      };
      const cancel = env.timer(() => end('silent'), SILENCE_MS);
      void stopped.then(() => end('taken'));
      void pieces.next().then(end, () => end('failed'));
    });
  const end = (cut: Cut): Said => {
    // Not waited for: a generator that hangs would hang here too.
    void pieces.return({ lines: [] }).catch(() => undefined);
    return { text: fitting(text), cut };
  };
  for (;;) {
    if (text.length > LIMITS.textChars) return end('limit');
    onText(text);
    const result = await next();
    if (typeof result === 'string') return end(result);
    if (result.done) return { text, rest: result.value };
    text += result.value;
  }
}
