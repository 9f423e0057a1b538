import type { Env } from '../env/env.ts';
import type { HttpParts } from './http.ts';
import { type HttpLink, openHttpLink } from './http-link.ts';
import { readObject } from './read-object.ts';
import type { Transport } from './transport.ts';

const TYPE = 'application/x-ndjson';

/** An empty answer that comes sooner is no server's that waits: then we wait ourselves, and ask no more than that. */
const PAUSE_MS = 1_000;

/**
 * Frames come down as answers to a question that the server keeps open until it has something to say, and go up as with
 * an event stream. For networks that hold answers back until they are complete, and for platforms that cannot read a
 * body piece by piece. `base` and `parts` as with {@link eventStreamTransport}.
 */
export function longPollTransport(
  base: string | (() => string),
  parts: HttpParts,
  env: Pick<Env, 'monotonic' | 'timer'>,
): Transport {
  /** Asks for what follows frame `after`; the number of the last frame that came, or undefined at the end. */
  async function ask(link: HttpLink, id: string, after: number): Promise<number | undefined> {
    const response = await link.post('poll', JSON.stringify({ link: id, after }), TYPE);
    const text = response && (await link.reading(response.text()));
    if (text === undefined) return undefined;
    const [head = '', ...frames] = text.split('\n').filter((line) => line !== '');
    const about = readObject(head);
    // A stored answer to another question, or one that was cut.
    if (about?.['link'] !== id || about['after'] !== after || about['frames'] !== frames.length) {
      link.end('another answer than was asked for');
      return undefined;
    }
    frames.forEach((frame, n) => {
      link.frame(after + n + 1, frame);
    });
    if (typeof about['close'] === 'number') link.end(`closed ${about['close']}`);
    return link.live() ? after + frames.length : undefined;
  }

  async function read(link: HttpLink) {
    const response = await link.post('poll', '', TYPE);
    const text = response && (await link.reading(response.text()));
    const id = readObject(text ?? '')?.['link'];
    if (!link.live()) return;
    if (typeof id !== 'string') return link.end('the server named no link');
    link.opened(id);
    let last: number | undefined = 0;
    while (last !== undefined && link.live()) {
      const [asked, before]: [number, number] = [env.monotonic(), last];
      last = await ask(link, id, before);
      const early = PAUSE_MS - (env.monotonic() - asked);
      if (last === before && early > 0) await link.pause(env, early);
    }
  }
  return { name: 'long-poll', open: (handlers) => openHttpLink(base, parts, handlers, read) };
}
