import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import { randomUpTo } from '../env/backoff.ts';
import { ChatError } from '../env/chat-error.ts';
import type { ClientEnv } from '../env/env.ts';
import { warn } from '../env/warn.ts';
import { fileType, newId, type UploadId } from '../protocol/index.ts';
import { type Store, StoreError } from '../stores/store.ts';
import { type SendOutcome, sendUpload } from './send-upload.ts';
import { forgetUpload, keepUpload, listUploads, settleUpload, type UploadRow } from './upload-rows.ts';
import { askServer, type UploadServer } from './upload-server.ts';

/**
 * How an upload stands. `waiting` until its turn, `sending` with how much of it the server has (0 … 1), `done` when an
 * op may name it, `failed` with the server's code; `missing` when the browser threw its bytes away.
 */
export type UploadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly progress: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: string };

/** Attachments on their way to the server, one after the other. */
export interface Uploads {
  /** Every upload that is known, in the order in which they were begun. */
  readonly states: ReadonlySignal<ReadonlyMap<UploadId, UploadState>>;
  /**
   * Keeps a file and sends it. Resolves, when it is stored, with the id that the op names; an id of one's own makes a
   * repeat harmless.
   * @throws ChatError `file-too-large`, `file-type`, `attachments-full` or `not-stored`: nothing was kept.
   */
  start(bytes: Uint8Array, id?: UploadId): Promise<UploadId>;
  /** Takes up what an earlier page left. Once, when the store is open. */
  resume(): Promise<void>;
  /** Tries a failed one again; anything else goes on as it does. */
  retry(id: UploadId): Promise<void>;
  /** Ends an upload and forgets it, here and, if it can be reached, at the server. */
  cancel(id: UploadId): Promise<void>;
  /** Forgets one whose op is in the log, or was given up; the server keeps it. */
  forget(id: UploadId): Promise<void>;
  /** Ends timers, requests and listeners. What is stored stays. */
  close(): void;
}

/** Longest wait after the network came back. */
const ONLINE_MS = 500;

/** Uploads over a store, a server and the page's life. */
export function createUploads(options: {
  readonly env: ClientEnv;
  readonly store: Store;
  readonly server: UploadServer;
}): Uploads {
  const { env, store, server } = options;
  const states: Signal<ReadonlyMap<UploadId, UploadState>> = signal(new Map());
  const rows = new Map<UploadId, UploadRow>();
  const queue: UploadId[] = [];
  let current: { readonly id: UploadId; readonly abort: AbortController } | undefined;
  let closed = false;
  const alarm = createAlarm(env);
  let wake: (soonMs: number) => void = () => {};

  const show = (id: UploadId, state: UploadState | undefined): void => {
    const next = new Map(states.value);
    if (state) next.set(id, state);
    else next.delete(id);
    states.value = next;
  };

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      wake = (soonMs) => {
        if (alarm.waits()) alarm.set(resolve, soonMs);
      };
      alarm.set(resolve, ms);
    });
  // Rule 6: signs of a network make the wait short.
  const unlisten = env.lifecycle.on((event) => {
    if (event === 'online') wake(randomUpTo(env, ONLINE_MS));
    else if (event === 'visible') wake(0);
  });

  const settle = async (row: UploadRow, outcome: SendOutcome): Promise<void> => {
    if ('cancelled' in outcome || !rows.has(row.id)) return;
    const settled = 'done' in outcome ? { ...row, done: true as const } : { ...row, failed: outcome.failed };
    rows.set(row.id, settled);
    await settleUpload(store, settled).catch((error: unknown) => warn(env, 'upload-not-settled', error));
    if (rows.has(row.id)) show(row.id, 'done' in outcome ? { kind: 'done' } : { kind: 'failed', code: outcome.failed });
  };

  const run = async (): Promise<void> => {
    if (current || closed) return;
    const id = queue.shift();
    const row = id === undefined ? undefined : rows.get(id);
    if (!row) {
      if (id !== undefined) await run();
      return;
    }
    const abort = new AbortController();
    current = { id: row.id, abort };
    show(row.id, { kind: 'sending', progress: 0 });
    const outcome = await sendUpload(env, { store, server }, row, {
      signal: abort.signal,
      progress: (received) => {
        if (!abort.signal.aborted) show(row.id, { kind: 'sending', progress: received / row.size });
      },
      wait,
    }).catch((error: unknown): SendOutcome => {
      warn(env, 'upload-failed', error);
      return { failed: 'missing' };
    });
    await settle(row, outcome);
    current = undefined;
    await run();
  };

  const enqueue = (row: UploadRow): void => {
    rows.set(row.id, row);
    show(row.id, { kind: 'waiting' });
    queue.push(row.id);
    void run();
  };

  /** Stops work on one; whatever is under way for it has no effect any more. */
  const drop = (id: UploadId): void => {
    rows.delete(id);
    if (queue.includes(id)) queue.splice(queue.indexOf(id), 1);
    if (current?.id === id) {
      current.abort.abort();
      wake(0);
    }
    show(id, undefined);
  };

  return {
    states,
    async start(bytes, id = newId(env.random)) {
      if (closed) throw new ChatError('signed-out');
      if (rows.has(id)) return id;
      const type = fileType(bytes);
      if (type === undefined && bytes.length > 0) throw new ChatError('file-type');
      const row: UploadRow = { id, size: bytes.length, type: type ?? 'text/plain' };
      try {
        await keepUpload(store, row, bytes);
      } catch (error) {
        throw error instanceof StoreError ? new ChatError('not-stored', error.code) : error;
      }
      if (!rows.has(id) && !closed) enqueue(row);
      return id;
    },
    async resume() {
      for (const row of await listUploads(store)) {
        if (rows.has(row.id) || closed) continue;
        if (!row.done && row.failed === undefined) enqueue(row);
        else {
          rows.set(row.id, row);
          show(row.id, row.done ? { kind: 'done' } : { kind: 'failed', code: row.failed ?? 'missing' });
        }
      }
    },
    async retry(id) {
      const row = rows.get(id);
      if (row?.failed === undefined) return;
      const fresh: UploadRow = { id, size: row.size, type: row.type };
      await settleUpload(store, fresh);
      if (rows.get(id) === row) enqueue(fresh);
    },
    async cancel(id) {
      const known = rows.has(id);
      drop(id);
      await forgetUpload(store, id);
      if (!known) return;
      const { signal: never } = new AbortController();
      await askServer(env, server, id, { refused: undefined, signal: never, forget: true });
    },
    async forget(id) {
      drop(id);
      await forgetUpload(store, id);
    },
    close() {
      closed = true;
      unlisten();
      current?.abort.abort();
      alarm.stop();
    },
  };
}
