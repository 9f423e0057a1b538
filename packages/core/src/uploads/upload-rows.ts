import { ChatError } from '../env/chat-error.ts';
import { FILE_BYTES, type FileType, isUploadId, type UploadId, WAITING_BYTES } from '../protocol/index.ts';
import type { Key, Store, Write } from '../stores/store.ts';
import { UPLOADS, uploadKey } from './upload-key.ts';

/** Bytes of one row, and of one request. */
export const CHUNK = 256 * 1024;

/** The op that is to be sent when an upload is done; it has the upload's id. */
export interface UploadOp {
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Wall clock of writing, for showing only. */
  readonly at: number;
}

/** What is kept of an upload, beside its bytes. */
export interface UploadRow {
  readonly id: UploadId;
  readonly size: number;
  readonly type: FileType;
  readonly op?: UploadOp | undefined;
  /** Milliseconds of monotonic time for which it had waited when it was last stored (rule 8). */
  readonly age?: number | undefined;
  /** Set when the server has all of it. The bytes are gone from here, unless there is an op: then they stay until it is seen. */
  readonly done?: true | undefined;
  /** Set when the server refused it for good. */
  readonly failed?: string | undefined;
}

const BYTES = 'upload-bytes';
const TOTAL: Key = ['upload-total'];

const bytesKey = (id: UploadId, n: number): Key => [BYTES, id, n];

const isUploadRow = (value: unknown): value is UploadRow => isUploadId((value as UploadRow | undefined)?.id);
const isSettled = ({ done, failed }: UploadRow): boolean => !!done || failed !== undefined;
const holdsBytes = ({ done, op }: UploadRow): boolean => !done || op !== undefined;
const total = (value: unknown): number => (typeof value === 'number' ? value : 0);

/**
 * Keeps an upload with its bytes, all or nothing (rule 1). The same id again changes nothing.
 * @throws ChatError `attachments-full` when more than 64 MiB would wait (rule 8), `file-too-large` above 10 MB.
 */
export async function keepUpload(store: Store, row: UploadRow, bytes: Uint8Array): Promise<void> {
  if (row.size === 0 || row.size > FILE_BYTES) throw new ChatError('file-too-large', `${row.size} bytes`);
  let full = false;
  await store.transact([uploadKey(row.id), TOTAL], ([known, waiting]) => {
    full = known === undefined && total(waiting) + row.size > WAITING_BYTES;
    if (full || known !== undefined) return null;
    const writes: Write[] = [
      { put: uploadKey(row.id), value: row },
      { put: TOTAL, value: total(waiting) + row.size },
    ];
    for (let n = 0; n * CHUNK < row.size; n++)
      writes.push({ put: bytesKey(row.id, n), value: bytes.slice(n * CHUNK, (n + 1) * CHUNK) });
    return writes;
  });
  if (full) throw new ChatError('attachments-full');
}

/** Every upload that is kept. */
export const listUploads = async (store: Store): Promise<readonly UploadRow[]> =>
  (await store.list([UPLOADS])).map(({ value }) => value).filter(isUploadRow);

/** Whether an upload is kept, and neither done nor failed. */
export async function isWaiting(store: Store, id: UploadId): Promise<boolean> {
  let waits = false;
  await store.transact([uploadKey(id)], ([row]) => {
    waits = isUploadRow(row) && !isSettled(row);
    return null;
  });
  return waits;
}

/** The bytes from `offset` to the end of their row; empty at the end of the upload, undefined when they are missing. */
export async function bytesAt(store: Store, row: UploadRow, offset: number): Promise<Uint8Array | undefined> {
  if (offset >= row.size) return new Uint8Array();
  const n = Math.floor(offset / CHUNK);
  let found: unknown;
  await store.transact([bytesKey(row.id, n)], ([value]) => {
    found = value;
    return null;
  });
  return found instanceof Uint8Array ? found.subarray(offset - n * CHUNK) : undefined;
}

/** All bytes of an upload; undefined when some are missing. */
export async function wholeBytes(store: Store, row: UploadRow): Promise<Uint8Array | undefined> {
  const whole = new Uint8Array(row.size);
  for (let at = 0; at < row.size; ) {
    const part = await bytesAt(store, row, at);
    if (!part?.length) return undefined;
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Writes what an upload came to. Its bytes go with `done`, unless an op is to follow; a failed one keeps them, so that
 * nothing is lost. False when it was cancelled, or is done, in another tab, or failed there and goes on here; `again` takes
 * up even that.
 */
export const settleUpload = (store: Store, row: UploadRow, again = false): Promise<boolean> =>
  store.transact([uploadKey(row.id), TOTAL], ([known, waiting]) => {
    if (!isUploadRow(known) || (isSettled(known) && !isSettled(row) && !again)) return null;
    if (known.done && !row.done && !again) return null;
    const writes: Write[] = [{ put: uploadKey(row.id), value: row }];
    if (holdsBytes(known) && !holdsBytes(row))
      writes.push({ clear: [BYTES, row.id] }, { put: TOTAL, value: Math.max(0, total(waiting) - row.size) });
    return writes;
  });

/**
 * Forgets an upload and its bytes; one that is not there is forgotten already. Whoever stores the event of the op that
 * carried it may put these writes into that transaction instead.
 */
export const forgetUpload = (store: Store, id: UploadId): Promise<boolean> =>
  store.transact([uploadKey(id), TOTAL], ([known, waiting]) => {
    if (!isUploadRow(known)) return null;
    const left = holdsBytes(known) ? Math.max(0, total(waiting) - known.size) : total(waiting);
    return [{ delete: uploadKey(id) }, { clear: [BYTES, id] }, { put: TOTAL, value: left }];
  });
