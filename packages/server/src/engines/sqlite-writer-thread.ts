import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase, synchronousLevel, type Value } from './open-database.ts';
import type { ClaimWords, Packed } from './packed-batch.ts';
import { prepareSchema } from './schema.ts';
import { createSqliteWriter } from './sqlite-writer.ts';

/** What the main thread asks of the writer; answered in order, each by its number. */
export type WriterRequest =
  | { readonly n: number; readonly do: 'insert'; readonly packed: Packed }
  | { readonly n: number; readonly do: 'claim'; readonly who: ClaimWords; readonly packed: Packed }
  | {
      readonly n: number;
      readonly do: 'trim';
      readonly conversation: string;
      readonly first: number;
      readonly state: string | null;
    }
  | { readonly n: number; readonly do: 'run'; readonly sql: string; readonly values: readonly Value[] }
  | { readonly n: number; readonly do: 'key'; readonly shop: string; readonly subject: string }
  | { readonly n: number; readonly do: 'erase'; readonly conversation: string; readonly at: number }
  | { readonly n: number; readonly do: 'forget'; readonly shop: string; readonly subject: string }
  | { readonly n: number; readonly do: 'scrub' }
  | { readonly n: number; readonly do: 'close' };

/** First word of the writer: the database is open, or why not. */
export type WriterReady = { readonly epoch: string; readonly synchronous: number } | { readonly failed: string };

/** The writer's answer to a request. */
export type WriterAnswer =
  | { readonly n: number; readonly result: unknown }
  | { readonly n: number; readonly failed: string };

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function serve(port: NonNullable<typeof parentPort>, path: string): Promise<void> {
  const database = await openDatabase(path);
  const { epoch } = prepareSchema(database);
  const writer = createSqliteWriter(database);

  const answer = (request: WriterRequest): unknown => {
    switch (request.do) {
      case 'insert':
        return writer.insert(request.packed);
      case 'claim':
        return writer.claim(request.who, request.packed);
      case 'trim':
        return writer.trim(request.conversation, request.first, request.state);
      case 'run':
        return writer.run(request.sql, request.values);
      case 'key':
        return writer.obtainKey(request.shop, request.subject);
      case 'erase':
        return writer.erase(request.conversation, request.at);
      case 'forget':
        return writer.forget(request.shop, request.subject);
      case 'scrub':
        return writer.scrub();
      case 'close':
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        database.close();
        return undefined;
    }
  };

  port.on('message', (request: WriterRequest) => {
    try {
      const result = answer(request);
      port.postMessage({ n: request.n, result } satisfies WriterAnswer);
      if (request.do === 'close') port.close();
    } catch (error) {
      port.postMessage({ n: request.n, failed: words(error) } satisfies WriterAnswer);
    }
  });
  port.postMessage({ epoch, synchronous: synchronousLevel(database) } satisfies WriterReady);
}

if (parentPort) {
  const port = parentPort;
  serve(port, String(workerData)).catch((error: unknown) => {
    port.postMessage({ failed: words(error) } satisfies WriterReady);
    port.close();
  });
}
