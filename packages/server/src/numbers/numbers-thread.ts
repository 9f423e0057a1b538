import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../engines/open-database.ts';
import { openNumbersDatabase } from './numbers-database.ts';
import {
  type BoardWish,
  createNumbersEngine,
  type NumbersEngine,
  type NumbersSetup,
  type SampleWish,
} from './numbers-engine.ts';

/** What the thread is given. */
export interface NumbersThreadData {
  readonly log: string;
  readonly own: string;
  readonly setup: NumbersSetup;
}

/** What is asked of the thread; answered in order, each by its number. */
export type NumbersRequest =
  | { readonly n: number; readonly do: 'catch-up'; readonly conversations?: readonly string[] | undefined }
  | { readonly n: number; readonly do: 'board'; readonly wish: BoardWish }
  | { readonly n: number; readonly do: 'sample'; readonly wish: SampleWish }
  | { readonly n: number; readonly do: 'judged'; readonly conversation: string }
  | { readonly n: number; readonly do: 'close' };

/** The answer to a request. */
export type NumbersAnswer =
  | { readonly n: number; readonly result: unknown }
  | { readonly n: number; readonly failed: string };

function answer(engine: NumbersEngine, request: NumbersRequest): unknown {
  switch (request.do) {
    case 'catch-up':
      return request.conversations ? engine.catchUp(request.conversations) : engine.open();
    case 'board':
      return engine.board(request.wish);
    case 'sample':
      return engine.sample(request.wish);
    case 'judged':
      return engine.judged(request.conversation);
    case 'close':
      return undefined;
  }
}

async function serve(port: NonNullable<typeof parentPort>, { log, own, setup }: NumbersThreadData): Promise<void> {
  const databases = [await openDatabase(log, { readOnly: true }), await openNumbersDatabase(own)] as const;
  const engine = createNumbersEngine(...databases, setup);
  port.on('message', (request: NumbersRequest) => {
    try {
      const result = answer(engine, request);
      if (request.do === 'close') for (const database of databases) database.close();
      port.postMessage({ n: request.n, result } satisfies NumbersAnswer);
      if (request.do === 'close') port.close();
    } catch (error) {
      // Never the message: it may quote what was read.
      const failed = error instanceof Error ? error.name : 'unknown';
      port.postMessage({ n: request.n, failed } satisfies NumbersAnswer);
    }
  });
}

if (parentPort) await serve(parentPort, workerData as NumbersThreadData);
