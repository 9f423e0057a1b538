import { ChatError } from '../env/chat-error.ts';
import { FILE_BYTES, type FileType, isUploadId, type UploadId, WAITING_BYTES } from '../protocol/index.ts';
import type { Key, Store, Write } from '../stores/store.ts';

/** Bytes of one row, and of one request. */
export const CHUNK = 256 * 1024;

/** What is kept of an upload, beside its bytes. */
export interface UploadRow {
  readonly id: UploadId;
  readonly size: number;
  readonly type: FileType;
  /** Set when the server has all of it: the bytes are gone from here. */
  readonly done?: true | undefined;
  /** Set when the server refused it for good. */
  readonly failed?: string | undefined;
}

/** Rows of uploads in the store of one identity, beside the outbox. */
const ROW = 'upload';
const BYTES = 'upload-bytes';
const TOTAL: Key = ['upload-total'];

const rowKey = (id: UploadId): Key => [ROW, id];
const bytesKey = (id: UploadId, n: number): Key => [BYTES, id, n];

const isRow = (value: unknown): value is UploadRow => isUploadId((value as UploadRow | undefined)?.id);
const total = (value: unknown): number => (typeof value === 'number' ? value : 0);

/**
 * Keeps an upload with its bytes, all or nothing (rule 1). The same id again changes nothing.
 * @throws ChatError `attachments-full` when more than 64 MiB would wait (rule 8), `file-too-large` above 10 MB.
 */
export async function keepUpload(store: Store, row: UploadRow, bytes: Uint8Array): Promise<void> {
  if (row.size === 0 || row.size > FILE_BYTES) throw new ChatError('file-too-large', `${row.size} bytes`);
  let full = false;
  await store.transact([rowKey(row.id), TOTAL], ([known, waiting]) => {
    full = known === undefined && total(waiting) + row.size > WAITING_BYTES;
    if (full || known !== undefined) return null;
    const writes: Write[] = [
      { put: rowKey(row.id), value: row },
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
  (await store.list([ROW])).map(({ value }) => value).filter(isRow);

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

/** Writes what an upload came to. Its bytes go with `done`; a failed one keeps them, so that nothing is lost. */
export const settleUpload = (store: Store, row: UploadRow): Promise<boolean> =>
  store.transact([rowKey(row.id), TOTAL], ([known, waiting]) => {
    if (!isRow(known)) return null;
    const writes: Write[] = [{ put: rowKey(row.id), value: row }];
    if (row.done && !known.done)
      writes.push({ clear: [BYTES, row.id] }, { put: TOTAL, value: Math.max(0, total(waiting) - row.size) });
    return writes;
  });

/**
 * Forgets an upload and its bytes; one that is not there is forgotten already. Whoever stores the event of the op that
 * carried it may put these writes into that transaction instead.
 */
export const forgetUpload = (store: Store, id: UploadId): Promise<boolean> =>
  store.transact([rowKey(id), TOTAL], ([known, waiting]) => {
    if (!isRow(known)) return null;
    const left = known.done ? total(waiting) : Math.max(0, total(waiting) - known.size);
    return [{ delete: rowKey(id) }, { clear: [BYTES, id] }, { put: TOTAL, value: left }];
  });
