import { type ReadonlySignal, signal } from '@preact/signals-core';
import { deadline } from '../env/deadline.ts';
import type { Env } from '../env/env.ts';
import { warn } from '../env/warn.ts';
import type { Store } from './store.ts';

const OPEN_MS = 3_000;
const TRANSACT_MS = 5_000;

/** A store that is not opened before it is needed, and may be closed and opened again. */
export interface LateStore {
  /** Opens it where it is not open, and does something with it; nothing where there is none. */
  use<T>(work: (store: Store) => Promise<T>): Promise<T | undefined>;
  close(): void;
  /** Whether what is written survives the page, as far as is known. */
  readonly durable: ReadonlySignal<boolean>;
}

/**
 * Puts bounds on a store (rule 9): one that cannot be opened within 3 s, or that a newer version wrote (rule 14), counts
 * as none, because outbox and logs live in the session's memory anyway; a transaction that takes longer than 5 s counts as
 * refused.
 */
export function lateStore(env: Env, name: string, open?: (name: string) => Promise<Store>): LateStore {
  const durable = signal(!!open);
  let store: Promise<Store | undefined> | undefined;

  const openNow = async (): Promise<Store | undefined> => {
    const opening = open?.(name);
    let opened: Store | undefined;
    try {
      opened = opening && (await deadline(env, opening, OPEN_MS));
    } catch (error) {
      warn(env, 'store-failed', error);
      // One that opens after all is not used any more.
      opening?.then(
        (late) => late.close(),
        () => {},
      );
    }
    durable.value = !!opened?.durable;
    return opened;
  };
  return {
    durable,
    async use(work) {
      store ??= openNow();
      const opened = await store;
      return opened && deadline(env, work(opened), TRANSACT_MS);
    },
    close() {
      void store?.then((opened) => opened?.close());
      store = undefined;
    },
  };
}
