import type { Readable } from 'node:stream';
import { SEGMENT, sealSegment, writeSealed } from './sealed-file.ts';
import type { UploadRow } from './upload-rows.ts';

/** Bytes in clear that are gathered for one write to the disk. */
const GATHERED = 4 * SEGMENT;

/**
 * Appends a body to an upload, piece by piece: sealed, on the disk, then recorded, so that what was recorded is never
 * ahead of what is there. What arrived before the body broke off is kept. `too-large` when the body is longer than what
 * is missing; that much of it is dropped.
 */
export async function takeBytes(
  row: UploadRow,
  to: {
    readonly key: Uint8Array;
    readonly path: string;
    reached(file: string, received: number, stored: number): Promise<unknown>;
  },
  body: Readable,
): Promise<UploadRow | 'too-large'> {
  let { received, stored } = row;
  let waiting: Buffer[] = [];
  let gathered = 0;

  const flush = async (): Promise<void> => {
    if (gathered === 0) return;
    const clear = Buffer.concat(waiting);
    waiting = [];
    gathered = 0;
    const segments: Uint8Array[] = [];
    for (let at = 0; at < clear.length; at += SEGMENT)
      segments.push(sealSegment(to.key, row.file, received + at, clear.subarray(at, at + SEGMENT)));
    const sealed = Buffer.concat(segments);
    await writeSealed(to.path, stored, sealed);
    await to.reached(row.file, received + clear.length, stored + sealed.length);
    received += clear.length;
    stored += sealed.length;
  };

  try {
    for await (const chunk of body) {
      const bytes = chunk as Buffer;
      if (received + gathered + bytes.length > row.size) return 'too-large';
      waiting.push(bytes);
      gathered += bytes.length;
      if (gathered >= GATHERED) await flush();
    }
  } finally {
    await flush();
  }
  return { ...row, received, stored };
}
