import { batch, effect, type Signal, signal } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import { backoff, randomUpTo } from '../env/backoff.ts';
import { ChatError } from '../env/chat-error.ts';
import { warn } from '../env/warn.ts';
import { AGE_MS, EXPIRY_MS } from '../outbox/expiry.ts';
import { fileType, newId, type UploadId } from '../protocol/index.ts';
import { type Store, StoreError } from '../stores/store.ts';
import { type SendOutcome, sendUpload } from './send-upload.ts';
import { ForeignStoreError } from './session-store.ts';
import { forgetUpload, keepUpload, listUploads, settleUpload, type UploadRow, wholeBytes } from './upload-rows.ts';
import { askServer } from './upload-server.ts';
import type { UploadState, Uploads, UploadsOptions } from './uploads.ts';

/** Longest wait after the network came back. */
const ONLINE_MS = 500;

/** Uploads over a store, a server and the page's life. */
export function createUploads(options: UploadsOptions): Uploads {
  const { env, store, server, spare, open, post, failed, isCaughtUp } = options;
  const states: Signal<ReadonlyMap<UploadId, UploadState>> = signal(new Map());
  const rows = new Map<UploadId, UploadRow>();
  /** When a row got the age that it says, in monotonic time. */
  const births = new Map<UploadId, number>();
  const unsaved = new Set<UploadId>();
  /** Those whose failure the store has refused so far. */
  const unkept = new Set<UploadId>();
  const queue: UploadId[] = [];
  let current: { readonly id: UploadId; readonly abort: AbortController } | undefined;
  let closed = false;
  /** How often in a row the store did not answer when a message was to be posted. */
  let refusals = 0;
  const alarm = createAlarm(env);
  const ages = createAlarm(env);
  let wake: (soonMs: number) => void = () => {};

  const placeOf = (id: UploadId): Store => (spare && unsaved.has(id) ? spare : store);
  const ageOf = ({ id, age = 0 }: UploadRow): number => age + env.monotonic() - (births.get(id) ?? env.monotonic());

  const show = (id: UploadId, state: UploadState | undefined): void => {
    const next = new Map(states.peek());
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
  const unlisten = env.lifecycle?.on((event) => {
    if (event === 'online') wake(randomUpTo(env, ONLINE_MS));
    else if (event === 'visible') wake(0);
  });

  const may = (id: UploadId): boolean => {
    const now = open?.peek() ?? 'all';
    return now === 'all' || (now === 'unsaved' && unsaved.has(id));
  };

  const stopCurrent = (): void => {
    current?.abort.abort();
    wake(0);
  };

  /** Stops work on one; whatever is under way for it has no effect any more. */
  const drop = (id: UploadId): void => {
    rows.delete(id);
    births.delete(id);
    unkept.delete(id);
    if (queue.includes(id)) queue.splice(queue.indexOf(id), 1);
    if (current?.id === id) stopCurrent();
    show(id, undefined);
  };

  /** Its row is gone: another tab has seen it through, so that its message is awaited here, or has cancelled it. */
  const endsElsewhere = (row: UploadRow): void =>
    batch(() => {
      drop(row.id);
      rows.set(row.id, { ...row, done: true });
      show(row.id, { kind: 'done' });
    });

  /** Its bytes are nowhere any more: the browser threw the store away. */
  const lose = (row: UploadRow): void =>
    batch(() => {
      drop(row.id);
      rows.set(row.id, { ...row, failed: 'missing' });
      show(row.id, { kind: 'failed', code: 'missing' });
      failed?.(row.id);
    });

  const putBack = (id: UploadId): void => {
    queue.unshift(id);
    show(id, { kind: 'waiting' });
  };

  const settle = async (row: UploadRow, outcome: SendOutcome): Promise<void> => {
    const { id } = row;
    const isGone = () => closed || rows.get(id) !== row;
    if (isGone()) return;
    // Held back, not given up.
    if ('cancelled' in outcome) return putBack(id);
    let code = 'failed' in outcome ? outcome.failed : undefined;
    const posts = code === undefined && row.op && post;
    if (posts)
      try {
        await post(row);
        refusals = 0;
      } catch (error) {
        if (error instanceof ChatError) code = error.code;
        else {
          // A store that does not answer now may do so later.
          await wait(backoff(env, refusals++));
          return isGone() ? undefined : putBack(id);
        }
      }
    if (isGone()) return;
    if (posts && code === 'not-found') {
      await uploads.resume().catch((error: unknown) => warn(env, 'uploads-not-read', error));
      return isGone() ? undefined : endsElsewhere(row);
    }
    const settled: UploadRow = code === undefined ? { ...row, done: true } : { ...row, failed: code };
    if (!posts || code !== undefined || unsaved.has(id)) {
      const kept = await settleUpload(placeOf(id), settled).catch((error: unknown) => {
        warn(env, 'upload-not-settled', error);
        unkept.add(id);
        return true;
      });
      if (isGone()) return;
      if (!kept) return endsElsewhere(row);
    }
    rows.set(id, settled);
    show(id, code === undefined ? { kind: 'done' } : { kind: 'failed', code });
    if (code !== undefined) failed?.(id);
  };

  const attempt = async (row: UploadRow, { signal: aborted }: AbortController): Promise<SendOutcome> => {
    if (ageOf(row) >= EXPIRY_MS) return { failed: 'expired' };
    show(row.id, { kind: 'sending', progress: 0 });
    return sendUpload(env, { store: placeOf(row.id), server }, row, {
      signal: aborted,
      progress: (received) => {
        if (!aborted.aborted) show(row.id, { kind: 'sending', progress: received / row.size });
      },
      wait,
    });
  };

  const run = async (): Promise<void> => {
    if (current || closed) return;
    if (queue.length === 0) return ages.stop();
    const id = queue.find(may);
    const row = id === undefined ? undefined : rows.get(id);
    if (id === undefined || !row) return;
    queue.splice(queue.indexOf(id), 1);
    const abort = new AbortController();
    current = { id, abort };
    const outcome = await attempt(row, abort).catch((error: unknown): SendOutcome => {
      warn(env, 'upload-failed', error);
      return { failed: 'missing' };
    });
    await settle(row, outcome);
    current = undefined;
    await run();
  };

  /** Keeps how long each has waited, so that a day of closed pages is not forgotten at every start. */
  const keepAges = (): void => {
    ages.set(keepAges, AGE_MS);
    for (const row of [...queue, ...(current ? [current.id] : [])].flatMap((id) => rows.get(id) ?? []))
      settleUpload(placeOf(row.id), { ...row, age: ageOf(row) }).catch((error) => warn(env, 'store-failed', error));
  };

  const enqueue = (row: UploadRow): void => {
    rows.set(row.id, row);
    births.set(row.id, env.monotonic());
    show(row.id, { kind: 'waiting' });
    queue.push(row.id);
    if (!ages.waits()) ages.set(keepAges, AGE_MS);
    void run();
  };

  const adopt = (row: UploadRow): void => {
    if (row.done || row.failed !== undefined) {
      rows.set(row.id, row);
      show(row.id, row.done ? { kind: 'done' } : { kind: 'failed', code: row.failed ?? 'missing' });
    } else enqueue(row);
  };

  const unwatch = open
    ? effect(() => {
        void open.value;
        // What follows reads other signals.
        void Promise.resolve().then(() => {
          if (current && !may(current.id)) stopCurrent();
          return run();
        });
      })
    : undefined;

  const uploads: Uploads = {
    states,
    async start(bytes, id = newId(env.random), op) {
      if (closed) throw new ChatError('signed-out');
      if (rows.has(id)) return id;
      const type = fileType(bytes);
      if (type === undefined && bytes.length > 0) throw new ChatError('file-type');
      const row: UploadRow = { id, size: bytes.length, type: type ?? 'text/plain', op };
      try {
        await keepUpload(store, row, bytes);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        if (!spare) throw new ChatError('not-stored', error.code);
        // A store that refuses must not keep a shopper from speaking (rule 1).
        await keepUpload(spare, row, bytes);
        unsaved.add(id);
      }
      if (!rows.has(id) && !closed) enqueue(row);
      return id;
    },
    async resume() {
      const known = [...rows.keys()].filter((id) => !unsaved.has(id));
      const stored = await listUploads(store).catch((error: unknown) => {
        if (!(error instanceof ForeignStoreError)) throw error;
      });
      if (closed) return;
      const found = new Map(stored?.map((row) => [row.id, row]));
      for (const id of known) {
        const [row, mine] = [found.get(id), rows.get(id)];
        if (!mine) continue;
        const waits = !mine.done && mine.failed === undefined;
        if (!stored) waits && (isCaughtUp?.() ?? true) && lose(mine);
        else if (!row) waits ? endsElsewhere(mine) : mine.done || drop(id);
        else if (unkept.has(id) && !row.done) await settleUpload(store, mine).then(() => unkept.delete(id));
        // Another tab has seen it through, failed, or tried it again.
        else if (row.done !== mine.done || row.failed !== mine.failed) drop(id);
      }
      for (const row of found.values()) if (!rows.has(row.id)) adopt(row);
    },
    async retry(id) {
      const row = rows.get(id);
      if (!row || (row.failed === undefined && !(row.done && row.op))) return;
      const fresh: UploadRow = { id, size: row.size, type: row.type, op: row.op };
      await settleUpload(placeOf(id), fresh, true).catch((error: unknown) => warn(env, 'upload-not-settled', error));
      if (rows.get(id) === row) enqueue(fresh);
    },
    async cancel(id) {
      const row = rows.get(id);
      const place = placeOf(id);
      drop(id);
      try {
        await forgetUpload(place, id);
      } catch (error) {
        // It is still stored, and would be sent.
        if (row && !rows.has(id) && !closed) adopt(row);
        throw error;
      }
      if (!row || closed) return;
      const { signal: never } = new AbortController();
      void askServer(env, server, id, { refused: undefined, signal: never, forget: true });
    },
    async forget(id) {
      const place = placeOf(id);
      drop(id);
      await forgetUpload(place, id);
    },
    row: (id) => rows.get(id),
    isUnsaved: (id) => unsaved.has(id),
    async bytes(id) {
      const row = rows.get(id);
      return row && wholeBytes(placeOf(id), row);
    },
    close() {
      closed = true;
      unlisten?.();
      unwatch?.();
      current?.abort.abort();
      alarm.stop();
      ages.stop();
    },
  };
  return uploads;
}
