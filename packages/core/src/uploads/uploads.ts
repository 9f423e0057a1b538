import type { ReadonlySignal } from '@preact/signals-core';
import type { ClientEnv, Env } from '../env/env.ts';
import type { UploadId } from '../protocol/index.ts';
import type { Store } from '../stores/store.ts';
import type { UploadOp, UploadRow } from './upload-rows.ts';
import type { UploadServer } from './upload-server.ts';

/**
 * How an upload stands. `waiting` until its turn, `sending` with how much of it the server has (0 … 1), `done` when an
 * op may name it, `failed` with the server's code; `missing` when the browser threw its bytes away, `expired` when it
 * had waited for a day before it could begin (rule 8).
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
  start(bytes: Uint8Array, id?: UploadId, op?: UploadOp): Promise<UploadId>;
  /** Brings this to what the store says: what an earlier page left, and what other tabs did. */
  resume(): Promise<void>;
  /** Tries a failed one again, or one whose op the server refused; anything else goes on as it does. */
  retry(id: UploadId): Promise<void>;
  /** Ends an upload and forgets it, here and, if it can be reached, at the server. */
  cancel(id: UploadId): Promise<void>;
  /** Forgets one whose op is in the log, or was given up; the server keeps it. */
  forget(id: UploadId): Promise<void>;
  /** What is known of one. */
  row(id: UploadId): UploadRow | undefined;
  /** Whether it dies with the page. */
  isUnsaved(id: UploadId): boolean;
  /** Its content; undefined when it is no longer here. */
  bytes(id: UploadId): Promise<Uint8Array | undefined>;
  /** Ends timers, requests and listeners. What is stored stays. */
  close(): void;
}

/** Options of `createUploads`. */
export interface UploadsOptions {
  readonly env: Env & Partial<Pick<ClientEnv, 'lifecycle'>>;
  readonly store: Store;
  readonly server: UploadServer;
  /** Keeps what `store` refuses, as long as the page lives. Without it `start` is refused with `not-stored`. */
  readonly spare?: Store | undefined;
  /** Whether the log is known as far as the server has it: until then nothing is called lost that may stand there. */
  readonly isCaughtUp?: (() => boolean) | undefined;
  /** What may be sent now: everything, nothing, or what no other tab can send. Default: everything. */
  readonly open?: ReadonlySignal<'all' | 'unsaved' | 'none'> | undefined;
  /**
   * The server has all of an upload that has an op: puts the op into the outbox and marks the row as `done`, in one
   * transaction. Refused with `ChatError` code `not-found` where another tab did so, or cancelled it.
   */
  readonly post?: ((row: UploadRow) => Promise<unknown>) | undefined;
  /** One has failed for good. */
  readonly failed?: ((id: UploadId) => void) | undefined;
}
