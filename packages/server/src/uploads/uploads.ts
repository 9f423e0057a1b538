import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Log } from '@xiaoer/core/env';
import { FILE_BYTES, type FileType, fileType, fitsKind } from '@xiaoer/core/protocol';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import { seal, unseal } from '../keys.ts';
import { fileName } from './file-name.ts';
import { readSealed } from './sealed-file.ts';
import { takeBytes } from './take-bytes.ts';
import { createUploadRows, type UploadRow } from './upload-rows.ts';

/** Free bytes below which no upload begins: the log on the same disk comes first. */
const RESERVE = 512 * 1024 * 1024;

const SWEEP_MS = 3_600_000;

/** Why bytes were not taken. `received` tells where to go on. */
export type UploadRefusal =
  | { readonly code: 'offset'; readonly received: number }
  | { readonly code: 'too-large' | 'quota' | 'file-type' | 'conflict' | 'busy' };

/** How far an upload is. */
export interface UploadState {
  readonly size: number;
  readonly received: number;
  readonly type?: FileType | undefined;
}

/** Who uploads, whose key seals it, and how much of theirs may be here. */
export interface Uploader {
  readonly principal: string;
  readonly subject: string;
  readonly quota: number;
}

/** Attached files: sealed on the disk, described in the database. */
export interface Uploads {
  state(principal: string, id: string): UploadState | undefined;
  /** Takes bytes from `offset` on. What arrived before the body broke off is kept, and the promise rejects. */
  take(
    from: Uploader,
    id: string,
    at: { readonly offset: number; readonly size: number },
    body: Readable,
  ): Promise<UploadState | UploadRefusal>;
  /** Forgets an upload that was not sent. */
  cancel(principal: string, id: string): Promise<void>;
  /**
   * Binds a finished upload of the author to a conversation; undefined when there is none that fits the kind, or it is
   * sealed for another shopper than the conversation's.
   */
  attach(
    author: string,
    to: { readonly conversation: string; readonly subject: string },
    sent: { readonly kind: string; readonly upload: string; readonly name: string | undefined },
  ): Promise<{ readonly url: string; readonly bytes: number; readonly type: FileType } | undefined>;
  /** Whether the file was sent in the conversation. */
  isIn(conversation: string, file: string): boolean;
  /** A file of a conversation; `gone` when its key was deleted, undefined when there is none. */
  read(
    conversation: string,
    file: string,
  ): Promise<{ readonly bytes: Buffer; readonly type: FileType; readonly name: string } | 'gone' | undefined>;
  /** Deletes what nobody sent within a day and what nobody can open any more. */
  sweep(): Promise<void>;
  /** The same until nothing is left that nobody can open; rejects where that fails. */
  sweepAll(): Promise<void>;
  /** Deletes files that came before a moment; how many. */
  forgetOlder(before: number): Promise<number>;
  close(): void;
}

const namePlace = (conversation: string, file: string): string => `${conversation}\n${file}\nname`;

const stateOf = ({ size, received, type }: UploadRow): UploadState => ({
  size,
  received,
  ...(type === undefined ? {} : { type }),
});

/** Attached files under `folder`. */
export function createUploads(options: {
  readonly store: SqliteStore;
  readonly shop: string;
  readonly folder: string;
  readonly now: () => number;
  readonly log: Log;
}): Uploads {
  const { store, shop, folder } = options;
  const rows = createUploadRows(store, shop, options.now);
  /** Bodies being taken, by file: the newest one wins, for an older one may hang on a dead connection. */
  const running = new Map<string, { readonly body: Readable; readonly over: Promise<unknown> }>();
  const pathOf = (file: string): string => join(folder, file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const begin = async (from: Uploader, id: string, size: number): Promise<UploadRow | UploadRefusal> => {
    if (size > FILE_BYTES) return { code: 'too-large' };
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < RESERVE) return { code: 'busy' };
    await store.obtainKey(shop, from.subject);
    const file = randomBytes(16).toString('hex');
    const made = await rows.create({ ...from, file, id, size }, from.quota);
    return (made && rows.find(from.principal, id)) || { code: 'quota' };
  };

  /** The type is told from all of it, so that nothing can hide behind a harmless beginning. */
  const finish = async (row: UploadRow, key: Uint8Array): Promise<UploadState | UploadRefusal> => {
    const type = fileType(await readSealed(pathOf(row.file), row.stored, key, row.file));
    if (type !== undefined) {
      await rows.finish(row.file, type);
      return stateOf({ ...row, type });
    }
    if (await rows.forget(row.file)) await rm(pathOf(row.file), { force: true });
    return { code: 'file-type' };
  };

  const receive = async (row: UploadRow, offset: number, body: Readable): Promise<UploadState | UploadRefusal> => {
    if (offset !== row.received) return { code: 'offset', received: row.received };
    if (row.type !== undefined) return stateOf(row);
    const key = rows.key(row.subject);
    if (!key) return { code: 'busy' };
    const taken = await takeBytes(row, { key, path: pathOf(row.file), reached: rows.reached }, body);
    if (taken === 'too-large') return { code: 'too-large' };
    return taken.received === row.size ? finish(taken, key) : stateOf(taken);
  };

  const sweep = async (): Promise<void> => {
    for (const file of rows.over()) {
      if (!(await rows.sweep(file))) continue;
      // Bytes that still come for it would make it anew.
      running.get(file)?.body.destroy();
      await running.get(file)?.over.catch(() => undefined);
      await rm(pathOf(file), { force: true });
    }
    // What a crash left between the deletion of a row and that of its file.
    for (const file of readdirSync(folder)) if (!rows.knows(file)) await rm(pathOf(file), { force: true });
  };
  const sweepAndTell = () =>
    sweep().catch((error: unknown) =>
      options.log('error', 'uploads.sweep', { error: error instanceof Error ? error.name : '' }),
    );
  const timer = setInterval(sweepAndTell, SWEEP_MS);
  timer.unref();

  return {
    state(principal, id) {
      const row = rows.find(principal, id);
      return row && stateOf(row);
    },
    async take(from, id, { offset, size }, body) {
      const found = rows.find(from.principal, id) ?? (await begin(from, id, size));
      if ('code' in found) return found;
      if (found.size !== size) return { code: 'conflict' };
      const { file } = found;
      for (let before = running.get(file); before; before = running.get(file)) {
        before.body.destroy();
        await before.over.catch(() => undefined);
        if (running.get(file) === before) running.delete(file);
      }
      // Read again: the one before may have got further.
      const row = rows.find(from.principal, id);
      if (!row) return { code: 'conflict' };
      const over = receive(row, offset, body);
      running.set(file, { body, over });
      return over.finally(() => running.get(file)?.over === over && running.delete(file));
    },
    async cancel(principal, id) {
      const row = rows.find(principal, id);
      if (!row || !(await rows.forget(row.file))) return;
      const current = running.get(row.file);
      current?.body.destroy();
      await current?.over.catch(() => undefined);
      await rm(pathOf(row.file), { force: true });
    },
    async attach(author, { conversation, subject }, { kind, upload, name }) {
      const row = rows.findFor(author, upload);
      if (row?.type === undefined || !fitsKind(kind, row.type)) return undefined;
      if (!rows.isSealedFor(row.subject, subject)) return undefined;
      const key = rows.key(row.subject);
      const sealed = key && seal(key, namePlace(conversation, row.file), fileName(name, row.type));
      if (!sealed || !(await rows.attach(conversation, row.file, sealed))) return undefined;
      return { url: `/file/${conversation}/${row.file}`, bytes: row.size, type: row.type };
    },
    isIn: (conversation, file) => rows.attached(conversation, file) !== undefined,
    async read(conversation, file) {
      const [row, attached] = [rows.findFile(file), rows.attached(conversation, file)];
      if (row?.type === undefined || !attached) return attached ? 'gone' : undefined;
      const key = rows.key(row.subject);
      if (!key) return 'gone';
      const bytes = await readSealed(pathOf(file), row.stored, key, file);
      const name = attached.name ? unseal(key, namePlace(conversation, file), attached.name) : fileName('', row.type);
      return { bytes, type: row.type, name };
    },
    sweep: sweepAndTell,
    async forgetOlder(before) {
      const files = rows.older(before);
      for (const file of files) {
        await rows.expire(file);
        await rm(pathOf(file), { force: true });
      }
      return files.length;
    },
    async sweepAll() {
      do await sweep();
      while (rows.over().length > 0);
    },
    close: () => clearInterval(timer),
  };
}
