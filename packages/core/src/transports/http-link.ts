import type { Env } from '../env/env.ts';
import { type HttpParts, type ResponseLike, retryAfter, strangeness } from './http.ts';
import type { Link, LinkHandlers } from './transport.ts';
import { createUpstream } from './upstream.ts';

/** One link that is made of requests. */
export interface HttpLink {
  /** What the transport gives away. */
  readonly link: Link;
  /** Posts to a place of the server. Undefined when the link has ended, which is told. */
  post(place: string, body: string, type: string): Promise<ResponseLike | undefined>;
  /** Waits for what a request brings. Undefined when the link has ended, which is told. */
  reading<T>(work: Promise<T>): Promise<T | undefined>;
  /** The server named the link. */
  opened(id: string): void;
  /** Frame number `n` of the link, counted from 1: another number ends it. */
  frame(n: number, frame: string): void;
  live(): boolean;
  /** Waits, or until the link has ended. */
  pause(env: Pick<Env, 'timer'>, ms: number): Promise<void>;
  /** The link ended at the other side. */
  end(reason: string, retryAfterMs?: number): void;
}

/** Begins a link: `run` reads frames until it ends. Nothing happens before the caller holds it. */
export function openHttpLink(
  base: string | (() => string),
  parts: HttpParts,
  handlers: LinkHandlers,
  run: (link: HttpLink) => Promise<void>,
): Link {
  const requests = new parts.AbortController();
  let live = true;
  let heard = 0;
  let wake: (() => void) | undefined;

  function stop() {
    live = false;
    requests.abort();
    wake?.();
  }

  function end(reason: string, retryAfterMs?: number) {
    if (!live) return;
    stop();
    handlers.onclose(reason, retryAfterMs);
  }

  async function reading<T>(work: Promise<T>): Promise<T | undefined> {
    const result = await work.catch(() => end('network'));
    return live ? (result as T) : undefined;
  }

  async function post(place: string, body: string, type: string, status = 200): Promise<ResponseLike | undefined> {
    const address = `${typeof base === 'string' ? base : base()}/${place}`;
    const response = await reading(
      parts.fetch(address, {
        method: 'POST',
        body,
        signal: requests.signal,
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'same-origin',
      }),
    );
    const problem = response && strangeness(response, status, type);
    if (response && problem !== undefined) end(problem, retryAfter(response, parts.Date));
    return live ? response : undefined;
  }

  const upstream = createUpstream(async (body) => (await post('send', body, '', 204)) !== undefined);

  const self: HttpLink = {
    link: {
      send: (frame) => void (live && upstream.send(frame)),
      close: stop,
    },
    post,
    reading,
    opened(id) {
      upstream.start(id);
      handlers.onopen();
    },
    frame(n, frame) {
      if (!live) return;
      heard++;
      if (n === heard) handlers.onframe(frame);
      else end(`frame ${n} came where ${heard} was due`);
    },
    live: () => live,
    pause: (env, ms) =>
      new Promise((resolve) => {
        const cancel = env.timer(resolve, ms);
        wake = () => {
          cancel();
          resolve();
        };
      }),
    end,
  };

  void (async () => {
    // Until the next turn the caller does not hold the link.
    await null;
    // A listener that throws is the developer's to see; the link does not go on without its reader.
    if (live) await run(self).finally(() => end('ended'));
  })();
  return self.link;
}
