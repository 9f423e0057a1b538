import type { ServerResponse } from 'node:http';
import type { Downstream } from './http-links.ts';
import { FRAMES } from './link-answer.ts';

/** Milliseconds that a question may wait: shorter than proxies wait for an answer. */
const HOLD_MS = 20_000;

/** Bytes after which an answer is long enough. */
const ANSWER_BYTES = 1024 * 1024;

/** Frames that wait for somebody to ask for them. */
export interface Mailbox extends Downstream {
  /**
   * Answers with what follows frame `after`, at once or when there is something. False when those frames are not here:
   * they were given away and confirmed, or never were. The newest question counts; an older one ends without an answer.
   */
  ask(after: number, response: ServerResponse): boolean;
}

/**
 * A mailbox of one link. `abandoned` runs when nobody has asked for `patienceMs`, `emptied` after the last words were
 * given.
 */
export function createMailbox(id: string, patienceMs: number, abandoned: () => void, emptied: () => void): Mailbox {
  /** Frames that were not confirmed; the first is number `confirmed + 1`. */
  const frames: string[] = [];
  let confirmed = 0;
  let bytes = 0;
  let closing: { readonly close: number; readonly reason: string } | undefined;
  let asker: ServerResponse | undefined;
  let due = false;
  let held: NodeJS.Timeout | undefined;
  let idle = setTimeout(leave, patienceMs).unref();

  function leave() {
    clearTimeout(idle);
    if (closing) emptied();
    else abandoned();
  }

  function rest() {
    asker = undefined;
    clearTimeout(held);
    clearTimeout(idle);
    idle = setTimeout(leave, patienceMs).unref();
  }

  function nextFrames(): readonly string[] {
    let size = 0;
    const end = frames.findIndex((frame) => {
      size += frame.length;
      return size > ANSWER_BYTES;
    });
    return end < 0 ? frames : frames.slice(0, Math.max(1, end));
  }

  function answer() {
    due = false;
    const response = asker;
    if (!response) return;
    rest();
    const next = nextFrames();
    const last = next.length === frames.length ? closing : undefined;
    const text = [JSON.stringify({ link: id, after: confirmed, frames: next.length, ...last }), ...next, ''].join('\n');
    response.writeHead(200, {
      'Content-Type': 'application/x-ndjson',
      'Content-Length': Buffer.byteLength(text),
      ...FRAMES,
    });
    response.end(text);
    if (!last) return;
    clearTimeout(idle);
    emptied();
  }

  /** Frames of one turn go together. */
  const answerSoon = () => {
    if (!due) setImmediate(answer);
    due = true;
  };

  return {
    write(_n, frame) {
      const line = frame.replace(/[\r\n]+/g, ' ');
      frames.push(line);
      bytes += Buffer.byteLength(line);
      answerSoon();
    },
    close(code, reason) {
      closing = { close: code, reason };
      answerSoon();
    },
    buffered: () => bytes,
    ask(after, response) {
      if (after < confirmed || after > confirmed + frames.length) return false;
      for (const taken of frames.splice(0, after - confirmed)) bytes -= Buffer.byteLength(taken);
      confirmed = after;
      asker?.destroy();
      asker = response;
      clearTimeout(idle);
      clearTimeout(held);
      held = setTimeout(answer, HOLD_MS);
      response.once('close', () => {
        if (asker === response) rest();
      });
      if (frames.length > 0 || closing) answerSoon();
      return true;
    },
  };
}
