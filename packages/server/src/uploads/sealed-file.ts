import { open, readFile } from 'node:fs/promises';
import { sealBytes, unsealBytes } from '../keys.ts';

/** Most bytes of one segment in clear. */
export const SEGMENT = 65_536;

const HEADER = 4;

/** Where a segment stands: moved, it does not open. */
const place = (file: string, offset: number): string => `${file}\n${offset}`;

/** One segment as it is written: its length, then what is sealed. */
export function sealSegment(key: Uint8Array, file: string, offset: number, bytes: Uint8Array): Uint8Array {
  const sealed = sealBytes(key, place(file, offset), bytes);
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(sealed.length);
  return Buffer.concat([header, sealed]);
}

/**
 * Writes sealed bytes at `stored`, which is as far as the last append that was recorded reached: what a crash left
 * behind it is overwritten. Resolves when they are on the disk (server rule 2).
 */
export async function writeSealed(path: string, stored: number, sealed: Uint8Array): Promise<void> {
  const handle = await open(path, stored === 0 ? 'w' : 'r+', 0o600);
  try {
    await handle.truncate(stored);
    await handle.write(sealed, 0, sealed.length, stored);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The first `stored` bytes of a sealed file, in clear.
 * @throws Error when the key is another, the file is shorter, or something in it was changed.
 */
export async function readSealed(path: string, stored: number, key: Uint8Array, file: string): Promise<Buffer> {
  const sealed = (await readFile(path)).subarray(0, stored);
  if (sealed.length < stored) throw new Error('a stored file is shorter than it was');
  const parts: Buffer[] = [];
  let offset = 0;
  for (let at = 0; at < stored; ) {
    const end = at + HEADER + sealed.readUInt32BE(at);
    const part = unsealBytes(key, place(file, offset), sealed.subarray(at + HEADER, end));
    parts.push(part);
    offset += part.length;
    at = end;
  }
  return Buffer.concat(parts);
}
