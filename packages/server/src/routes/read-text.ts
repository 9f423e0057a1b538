import type { Exchange } from './route.ts';

/** The body of a request as text; undefined for one that is longer than `most` bytes. */
export async function readText({ request }: Exchange, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > most) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}
