import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '../engines/open-database.ts';
import { databaseIn, prepareSchema, renewEpoch, uploadsIn } from '../engines/schema.ts';
import { copyFiles, sync, uploadsOf } from './back-up.ts';

/** Files of SQLite beside a database: what a crash left in them belongs to it. */
const PARTS = ['', '-wal', '-shm'];

/** Alone at the file: with the journal of another kind, which SQLite grants to the only connection. */
function leaveAlone(database: Database): void {
  database.exec('PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
}

/** @throws Error when a server has the database open. One that cannot be read is nobody's. */
async function refuseWhileOpen(path: string): Promise<void> {
  if (!existsSync(path)) return;
  let database: Database | undefined;
  try {
    database = await openDatabase(path);
    leaveAlone(database);
  } catch (error) {
    if (/locked|busy/i.test(String(error)))
      throw new Error(`${path} is in use: stop the server first, then restore again`);
  } finally {
    database?.close();
  }
}

/** Makes a copy of the backup into a database of this version, with an epoch of its own. */
async function prepare(copy: string, backup: string): Promise<string> {
  const problem = (what: unknown) => new Error(`${backup} cannot be restored: ${what}. Nothing was changed.`);
  let database: Database | undefined;
  try {
    database = await openDatabase(copy);
    const own = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'").get();
    if (!own) throw new Error('it is no database of Xiaoer');
    const state = String(database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
    if (state !== 'ok') throw new Error(`it is damaged (${state})`);
    prepareSchema(database);
    const epoch = renewEpoch(database);
    leaveAlone(database);
    return epoch;
  } catch (error) {
    throw problem(error instanceof Error ? error.message : error);
  } finally {
    database?.close();
  }
}

/**
 * Puts a backup in the place of the database of `dataDir`, under a new epoch: clients then replace what they hold, send
 * again what the backup does not have, and say what is gone (rule 16). What stood there before is moved to the folder
 * that the answer names and is a backup itself, so that a restore can be taken back.
 * @throws Error when the server runs, or the file is no backup, is damaged, or of a newer version; then nothing has changed.
 */
export async function restore(
  dataDir: string,
  backup: string,
): Promise<{ readonly epoch: string; readonly replaced: string | undefined }> {
  if (!existsSync(backup)) throw new Error(`there is no file ${backup}`);
  const target = databaseIn(dataDir);
  await mkdir(dataDir, { recursive: true });
  await refuseWhileOpen(target);
  const copy = `${target}.restoring`;
  const clear = () => Promise.all(PARTS.map((part) => rm(copy + part, { force: true })));
  await clear();
  try {
    // A file that was copied from a running server by other means may have its newest pages beside it.
    for (const part of ['', '-wal']) if (existsSync(backup + part)) await copyFile(backup + part, copy + part);
    const epoch = await prepare(copy, backup);
    await sync(copy);

    const uploads = uploadsIn(dataDir);
    // Attached files are named at random and only grow: those of both are kept, the server sweeps what it does not know.
    if (existsSync(uploadsOf(backup))) await copyFiles(await readdir(uploadsOf(backup)), uploadsOf(backup), uploads);
    let replaced: string | undefined;
    if (existsSync(target)) {
      replaced = join(dataDir, `replaced-${new Date().toISOString().replace(/[:.]/g, '-')}`);
      const held = uploadsOf(databaseIn(replaced));
      await mkdir(held, { recursive: true, mode: 0o700 });
      for (const name of existsSync(uploads) ? await readdir(uploads) : [])
        await link(join(uploads, name), join(held, name));
      for (const part of PARTS) if (existsSync(target + part)) await rename(target + part, databaseIn(replaced) + part);
    }
    await rename(copy, target);
    await sync(dataDir);
    return { epoch, replaced };
  } finally {
    await clear();
  }
}
