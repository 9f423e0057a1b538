import { backoff } from '../env/backoff.ts';
import type { Env } from '../env/env.ts';
import type { Store } from '../stores/store.ts';
import { ForeignStoreError } from './session-store.ts';
import { bytesAt, type UploadRow } from './upload-rows.ts';
import { askServer, type UploadServer } from './upload-server.ts';

/** Refusals of a credential in a row after which an upload fails. */
const MOST_REFUSALS = 3;

/** How an upload went: `code` of the server, `missing` when its bytes are not in the store, or `unauthenticated`. */
export type SendOutcome = { readonly done: true } | { readonly failed: string } | { readonly cancelled: true };

/**
 * Brings an upload to the server: asks what is there, then appends from there on, and again after whatever goes wrong,
 * with the waits of rule 6. Progress starts the count of failures anew.
 */
export async function sendUpload(
  env: Env,
  { store, server }: { readonly store: Store; readonly server: UploadServer },
  row: UploadRow,
  watch: {
    readonly signal: AbortSignal;
    progress(received: number): void;
    /** Waits so long; shorter when there is reason to hope. */
    wait(ms: number): Promise<void>;
  },
): Promise<SendOutcome> {
  const { signal } = watch;
  /** How much the server has, when it is known. */
  let received: number | undefined;
  let failures = 0;
  let refusals = 0;
  let refused: string | undefined;

  while (!signal.aborted) {
    let append: { offset: number; size: number; bytes: Uint8Array } | undefined;
    if (received !== undefined) {
      let bytes: Uint8Array | undefined;
      try {
        bytes = await bytesAt(store, row, received);
      } catch (error) {
        if (error instanceof ForeignStoreError) return { failed: 'missing' };
        // A store that does not answer now may do so later.
        await watch.wait(backoff(env, failures++));
        continue;
      }
      if (!bytes) return { failed: 'missing' };
      append = { offset: received, size: row.size, bytes };
    }
    const answer = await askServer(env, server, row.id, { refused, signal, append });
    if (signal.aborted) break;
    refused = undefined;
    switch (answer.kind) {
      case 'has': {
        if (answer.done) return { done: true };
        refusals = 0;
        const moved = answer.received > (received ?? -1);
        received = Math.min(answer.received, row.size);
        watch.progress(received);
        if (moved) failures = 0;
        // Asked again and again about the same place: something between us and the server answers for it.
        else await watch.wait(backoff(env, failures++));
        break;
      }
      case 'unauthenticated':
        if (++refusals > MOST_REFUSALS) return { failed: 'unauthenticated' };
        refused = answer.credential;
        break;
      case 'refused':
        return { failed: answer.code };
      default:
        await watch.wait(answer.afterMs ?? backoff(env, failures++));
        // What arrived of the last piece only the server knows.
        received = undefined;
    }
  }
  return { cancelled: true };
}
