import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName } from '../uploads/file-name.ts';
import type { ExportedFile, ShopperExport } from './collect-export.ts';
import { exportHtml } from './export-html.ts';

/** Files as they are named in a folder: each name once. */
function namesOf(files: readonly ExportedFile[]): ReadonlyMap<ExportedFile, string> {
  const names = new Map<ExportedFile, string>();
  files.forEach((file, n) => {
    names.set(file, `${n + 1}-${fileName(file.name, file.type as Parameters<typeof fileName>[1])}`);
  });
  return names;
}

/** Whole and for itself: files stand in it as `data:` addresses, so that one download is everything. */
export const inOneFile = (file: ExportedFile): string => `data:${file.type};base64,${file.bytes.toString('base64')}`;

/** The export as JSON; `whereOf` says what stands for the bytes of a file. */
export const exportJson = (data: ShopperExport, whereOf: (file: ExportedFile) => object): string =>
  JSON.stringify(
    {
      ...data,
      files: data.files.map((file) => ({ ...file, size: file.bytes.length, bytes: undefined, ...whereOf(file) })),
    },
    null,
    2,
  );

/**
 * Writes `export.json`, `index.html` and the folder `files` into a new folder that only its owner reads.
 * @throws Error when the folder is there already.
 */
export async function writeExport(folder: string, data: ShopperExport, locale: string): Promise<void> {
  await mkdir(folder, { recursive: false, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`${folder} is there already: name a new folder`) : error;
  });
  const names = namesOf(data.files);
  const pathOf = (file: ExportedFile): string => `files/${names.get(file) ?? ''}`;
  const write = (path: string, content: string | Buffer) => writeFile(join(folder, path), content, { mode: 0o600 });
  if (data.files.length > 0) await mkdir(join(folder, 'files'), { mode: 0o700 });
  for (const file of data.files) await write(pathOf(file), file.bytes);
  await write(
    'export.json',
    exportJson(data, (file) => ({ path: pathOf(file) })),
  );
  await write(
    'index.html',
    exportHtml(data, locale, (file) => encodeURI(pathOf(file))),
  );
}
