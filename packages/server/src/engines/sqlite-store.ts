import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createKeys, type Keys } from '../keys.ts';
import { type Database, openDatabase, type Value } from './open-database.ts';
import type { ClaimWords, Packed } from './packed-batch.ts';
import type { WriterAnswer, WriterReady, WriterRequest } from './sqlite-writer-thread.ts';

/** `PRAGMA synchronous` = FULL. */
const FULL = 2;

/** One file: a connection for reading on this thread, and a writer in its own. */
export interface SqliteStore {
  readonly path: string;
  readonly epoch: string;
  /** The level that the writing connection reported at start: `full`. */
  readonly synchronous: 'full';
  readonly reader: Database;
  readonly keys: Keys;
  insert(packed: Packed): Promise<readonly boolean[]>;
  /** See `Log.claim`. */
  claim(who: ClaimWords, packed: Packed): Promise<'done' | 'taken' | 'stale'>;
  /** See `Log.trim`. `state` is JSON. */
  trim(conversation: string, first: number, state: string | null): Promise<void>;
  /** Empties a conversation or ticket for good; the number of the event that stands for it. */
  erase(conversation: string, at: number): Promise<number | undefined>;
  /** Deletes what else is kept of a shopper; false while a conversation or ticket of theirs is left. */
  forget(shop: string, subject: string): Promise<boolean>;
  /** Takes what was overwritten out of the files; false while another process keeps an older state. */
  scrub(): Promise<boolean>;
  /** One other write; how many rows changed. Durable when it resolves. */
  run(sql: string, ...values: Value[]): Promise<number>;
  /** The subject's key, made if there is none. */
  obtainKey(shop: string, subject: string): Promise<Uint8Array>;
  /** Resolves when the writer is gone without being asked to go: nothing can be written any more. */
  readonly broken: Promise<Error>;
  /** Finishes what was asked, checkpoints and closes the file. */
  close(): Promise<void>;
}

type Without<T> = T extends unknown ? Omit<T, 'n'> : never;

/**
 * The writer's file beside this one. Run from TypeScript sources, as tests do, it is the built file: a thread of
 * Node 20 cannot load TypeScript.
 */
const THREAD = new URL(
  './sqlite-writer-thread.js',
  import.meta.url.replace(/\/src\/engines\/sqlite-store\.ts$/, '/dist/engines/sqlite-store.js'),
);

/**
 * Opens the store, making the file if there is none.
 * @throws Error when the file cannot be opened, is of a newer schema, or does not sync every commit to disk.
 */
export async function openSqliteStore(path: string): Promise<SqliteStore> {
  mkdirSync(dirname(path), { recursive: true });
  const worker = new Worker(THREAD, { workerData: path, execArgv: [] });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let ended: Error | undefined;

  const ready = await new Promise<WriterReady>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the writer thread ended while it opened the database')));
  });
  if ('failed' in ready) throw new Error(`the database ${path} cannot be opened: ${ready.failed}`);
  if (ready.synchronous !== FULL) {
    await worker.terminate();
    throw new Error(
      `${path}: SQLite reports synchronous=${ready.synchronous} instead of 2 (FULL); acknowledged messages could be lost`,
    );
  }

  let closing: Promise<void> | undefined;
  let breaks: (error: Error) => void = () => undefined;
  const broken = new Promise<Error>((resolve) => {
    breaks = resolve;
  });
  const end = (error: Error) => {
    ended ??= error;
    if (!closing) breaks(ended);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (answer: WriterAnswer) => {
    const request = waiting.get(answer.n);
    waiting.delete(answer.n);
    if ('failed' in answer) request?.reject(new Error(answer.failed));
    else request?.resolve(answer.result);
  });
  worker.on('error', (error: unknown) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => end(new Error('the database is closed')));

  const ask = (request: Without<WriterRequest>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ ...request, n: asked });
    });

  const reader = await openDatabase(path, { readOnly: true });
  const shut = async (): Promise<void> => {
    reader.close();
    if (ended) return;
    await ask({ do: 'close' });
    await worker.terminate();
  };
  const keys = createKeys(reader);
  return {
    path,
    epoch: ready.epoch,
    synchronous: 'full',
    reader,
    keys,
    insert: async (packed) => (await ask({ do: 'insert', packed })) as boolean[],
    claim: async (who, packed) => (await ask({ do: 'claim', who, packed })) as 'done' | 'taken' | 'stale',
    async trim(conversation, first, state) {
      await ask({ do: 'trim', conversation, first, state });
    },
    erase: async (conversation, at) => (await ask({ do: 'erase', conversation, at })) as number | undefined,
    async forget(shop, subject) {
      const gone = (await ask({ do: 'forget', shop, subject })) as boolean;
      keys.forget();
      return gone;
    },
    scrub: async () => (await ask({ do: 'scrub' })) as boolean,
    run: async (sql, ...values) => (await ask({ do: 'run', sql, values })) as number,
    broken,
    async obtainKey(shop, subject) {
      if (!keys.find(shop, subject)) await ask({ do: 'key', shop, subject });
      const key = keys.find(shop, subject);
      if (!key) throw new Error('the key of a subject could not be stored');
      return key;
    },
    close() {
      closing ??= shut();
      return closing;
    },
  };
}
