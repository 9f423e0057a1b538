import { Worker } from 'node:worker_threads';
import type { Env } from '@xiaoer/core/env';
import type { Seen } from '@xiaoer/host';
import type { Drawn } from '../quality/draw-sample.ts';
import type { Board } from './board.ts';
import type { BoardWish, Judged, NumbersSetup, SampleWish } from './numbers-engine.ts';
import type { NumbersAnswer, NumbersRequest, NumbersThreadData } from './numbers-thread.ts';

/** So long after the start the thread begins to count, if nobody asked before, in milliseconds. */
const BEGIN_MS = 30_000;
/** What changed is counted so long after, together. */
const GATHER_MS = 2_000;

/** Run from TypeScript sources, as tests do, it is the built file: a thread of Node 20 cannot load TypeScript. */
const THREAD = new URL(
  './numbers-thread.js',
  import.meta.url.replace(/\/src\/numbers\/numbers\.ts$/, '/dist/numbers/numbers.js'),
);

/** The numbers of a running server, counted in a thread of their own: sockets never wait for them. */
export interface Numbers {
  /** Hears what was said. */
  observe(seen: Seen): void;
  /** A board with everything that was durable when it was asked for. */
  board(wish: BoardWish): Promise<Board>;
  /** Sessions for a review. */
  sample(wish: SampleWish): Promise<readonly Drawn[]>;
  /** How a conversation was judged. */
  judged(conversation: string): Promise<readonly Judged[]>;
  start(): void;
  close(): Promise<void>;
}

type Without<T> = T extends unknown ? Omit<T, 'n'> : never;

/** Counts what the log at `log` says into the file `own`. */
export function createNumbers(options: {
  readonly env: Env;
  readonly log: string;
  readonly own: string;
  readonly setup: NumbersSetup;
}): Numbers {
  const { env, log, own, setup } = options;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const changed = new Set<string>();
  let worker: Worker | undefined;
  let asked = 0;
  let cancel: (() => void) | undefined;
  let closed = false;

  function ask(request: Without<NumbersRequest>): Promise<unknown> {
    const thread = begin();
    asked += 1;
    const n = asked;
    return new Promise((resolve, reject) => {
      waiting.set(n, { resolve, reject });
      thread.postMessage({ ...request, n });
    });
  }

  function end(name: string): void {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`the numbers cannot be counted: ${name}`));
    waiting.clear();
  }

  function begin(): Worker {
    if (worker) return worker;
    const data: NumbersThreadData = { log, own, setup };
    const thread = new Worker(THREAD, { workerData: data, execArgv: [] });
    worker = thread;
    // Counting keeps no server from stopping.
    thread.unref();
    thread.on('message', (answer: NumbersAnswer) => {
      const request = waiting.get(answer.n);
      waiting.delete(answer.n);
      if ('failed' in answer) request?.reject(new Error(answer.failed));
      else request?.resolve(answer.result);
    });
    thread.on('error', (error: unknown) => {
      env.log('error', 'numbers.failed', { error: error instanceof Error ? error.name : 'unknown' });
      end('the thread failed');
    });
    thread.on('exit', () => {
      if (worker === thread) end('the thread ended');
    });
    changed.clear();
    void ask({ do: 'catch-up' }).catch(failed);
    return thread;
  }

  const failed = (error: unknown): void =>
    env.log('error', 'numbers.failed', { error: error instanceof Error ? error.message : 'unknown' });

  function count(): void {
    cancel?.();
    cancel = undefined;
    if (!worker || changed.size === 0) return;
    const conversations = [...changed];
    changed.clear();
    void ask({ do: 'catch-up', conversations }).catch(failed);
  }

  return {
    observe({ record, events }) {
      if (closed || !worker || events.length === 0) return;
      changed.add(record.id);
      cancel ??= env.timer(count, GATHER_MS);
    },
    async board(wish) {
      count();
      return (await ask({ do: 'board', wish })) as Board;
    },
    async sample(wish) {
      count();
      return (await ask({ do: 'sample', wish })) as readonly Drawn[];
    },
    async judged(conversation) {
      count();
      return (await ask({ do: 'judged', conversation })) as readonly Judged[];
    },
    start() {
      cancel ??= env.timer(() => {
        cancel = undefined;
        if (!closed) begin();
      }, BEGIN_MS);
    },
    async close() {
      closed = true;
      cancel?.();
      const thread = worker;
      if (!thread) return;
      await ask({ do: 'close' }).catch(() => undefined);
      worker = undefined;
      await thread.terminate();
    },
  };
}
