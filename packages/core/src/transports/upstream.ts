import { BATCH, utf8Bytes } from '../protocol/index.ts';

/** Frames on their way up, where each journey is a request of its own. */
export interface Upstream {
  /** The server named the link: frames may go. */
  start(link: string): void;
  send(frame: string): void;
}

/** Line breaks of a JSON text stand between its tokens only, so that a space says the same. */
const inOneLine = (frame: string): string => frame.replace(/[\r\n]+/g, ' ');

/**
 * One request in flight; what is sent meanwhile goes with the next, in order. `post` answers whether the server took
 * the batch. After anything else nothing more is sent: a batch whose answer was lost may have been taken, and only the
 * session knows how to ask.
 */
export function createUpstream(post: (body: string) => Promise<boolean>): Upstream {
  const waiting: string[] = [];
  let link = '';
  let number = 0;
  let posting = false;

  function batch(): string {
    let [frames, bytes] = [0, 0];
    for (const frame of waiting) {
      bytes += utf8Bytes(frame);
      if (frames > 0 && (frames === BATCH.frames || bytes > BATCH.bytes)) break;
      frames++;
    }
    number++;
    return [JSON.stringify({ link, n: number }), ...waiting.splice(0, frames)].join('\n');
  }

  async function run() {
    if (posting) return;
    posting = true;
    // Frames of one turn go together.
    await null;
    while (waiting.length > 0) if (!(await post(batch()))) return;
    posting = false;
  }

  return {
    start(id) {
      link = id;
    },
    send(frame) {
      if (link === '') return;
      waiting.push(inOneLine(frame));
      void run();
    },
  };
}
