import { type ReadonlySignal, signal } from '@preact/signals-core';
import { deadline } from '../env/deadline.ts';
import type { Env } from '../env/env.ts';
import { warn } from '../env/warn.ts';
import type { Storage, Store } from './store.ts';

const OPEN_MS = 3_000;
const TRANSACT_MS = 5_000;

/** A store that is not opened before it is needed, and may be closed and opened again. */
export interface LateStore {
  /** Opens it where it is not open, and does something with it; nothing where there is none. */
  use<T>(work: (store: Store) => Promise<T>): Promise<T | undefined>;
  close(): void;
  /** How it does, as far as is known. */
  readonly storage: ReadonlySignal<Storage>;
}

/** Opens a store by name. */
type OpenStore = (name: string) => Promise<Store>;

/**
 * Puts bounds on a store (rule 9): one that cannot be opened within 3 s, or that a newer version wrote (rule 14), counts
 * as none, because outbox and logs live in the session's memory anyway; a transaction that takes longer than 5 s counts as
 * refused. Where there is no room, `evict` makes some, and the work is tried once more.
 */
export function lateStore(
  env: Env,
  name: string,
  open?: OpenStore,
  evict?: (store: Store) => Promise<unknown>,
): LateStore {
  const storage = signal<Storage>(open ? 'ok' : 'memory');
  let store: Promise<Store | undefined> | undefined;

  const refused = (error: unknown) => {
    const { code = 'failed' } = error as { code?: Storage };
    // It closed itself: what it says from then on is a consequence.
    if (storage.peek() !== 'newer-schema') storage.value = code;
  };
  const openNow = async (): Promise<Store | undefined> => {
    const opening = open?.(name);
    return (
      opening &&
      deadline(env, opening, OPEN_MS).catch((error) => {
        warn(env, 'store-failed', error);
        refused(error);
        // One that opens after all is not used any more.
        opening.then(
          (late) => late.close(),
          () => {},
        );
        return undefined;
      })
    );
  };
  return {
    storage,
    async use(work) {
      store ??= openNow();
      const opened = await store;
      if (!opened) return undefined;
      const attempt = () => deadline(env, work(opened), TRANSACT_MS);
      try {
        const done = await attempt().catch(async (error) => {
          if (error.code !== 'quota' || !evict) throw error;
          await deadline(env, evict(opened), TRANSACT_MS);
          return attempt();
        });
        storage.value = opened.durable ? 'ok' : 'memory';
        return done;
      } catch (error) {
        refused(error);
        throw error;
      }
    },
    close() {
      void store?.then((opened) => opened?.close());
      store = undefined;
    },
  };
}
