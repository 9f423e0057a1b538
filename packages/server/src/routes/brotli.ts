import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Versions of files kept in memory. */
const KEPT = 256;
const kept = new Map<string, Promise<Buffer>>();

/** A file in brotli. `version` names its content: each is compressed once, by a thread of the pool. */
export function brotli(version: string, content: Buffer): Promise<Buffer> {
  const known = kept.get(version);
  if (known) return known;
  const packed = compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(version, packed);
  return packed;
}
