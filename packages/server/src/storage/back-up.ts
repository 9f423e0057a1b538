import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openDatabase } from '../engines/open-database.ts';
import { databaseIn, uploadsIn } from '../engines/schema.ts';

/** Where the attached files of a backup are: a folder beside its file. */
export const uploadsOf = (backup: string): string => `${backup}.uploads`;

/** Puts what was written to a file or folder on the disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Copies those files that are in `from` and not in `to`, where the file system can without moving bytes. How many. */
export async function copyFiles(names: readonly string[], from: string, to: string): Promise<number> {
  let copied = 0;
  for (const name of names) {
    if (!existsSync(join(from, name)) || existsSync(join(to, name))) continue;
    await mkdir(to, { recursive: true, mode: 0o700 });
    await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE);
    await sync(join(to, name));
    copied++;
  }
  return copied;
}

/**
 * Writes the database of `dataDir` as of now to the new file `backup`, and attached files to a folder beside it. The
 * server may run meanwhile. The file has its name only once it is whole and on the disk. Answers with the number of
 * attached files.
 * @throws Error when there is no database, the file is there already, or it cannot be written.
 */
export async function backUp(dataDir: string, backup: string): Promise<number> {
  const source = databaseIn(dataDir);
  if (!existsSync(source)) throw new Error(`there is no database in ${dataDir}: name its folder in DATA_DIR`);
  for (const taken of [backup, uploadsOf(backup)])
    if (existsSync(taken)) throw new Error(`${taken} is there already: name a new file`);
  await mkdir(dirname(backup), { recursive: true });
  const partial = `${backup}.partial`;
  await rm(partial, { force: true });
  // A file that only its owner reads, before anything is in it: it holds the keys of all shoppers.
  await (await open(partial, 'wx', 0o600)).close();
  const database = await openDatabase(source);
  try {
    database.prepare('VACUUM INTO ?').run(partial);
    const files = database.prepare('SELECT file FROM upload').all();
    const names = files.map(({ file }) => String(file));
    const copied = await copyFiles(names, uploadsIn(dataDir), uploadsOf(backup));
    await sync(partial);
    await rename(partial, backup);
    await sync(dirname(backup));
    return copied;
  } catch (error) {
    await rm(partial, { force: true });
    await rm(uploadsOf(backup), { recursive: true, force: true });
    throw error;
  } finally {
    database.close();
  }
}
