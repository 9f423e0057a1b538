import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotli } from './brotli.ts';
import { type Exchange, isReading } from './route.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
};

/** Types worth compressing. */
const TEXT = /^text\/|json|svg/;

/** Options of {@link serveFile}. */
export interface StaticOptions {
  /** Files with other endings are not there. */
  readonly endings?: readonly string[] | undefined;
  /** Id of the shop, written into pages in place of `%SHOP%`. */
  readonly shop?: string | undefined;
  /** Written into pages in place of `%GREETING%`: that the widget greets as the desk says. Nothing otherwise. */
  readonly greets?: boolean | undefined;
  readonly headers?: ((name: string) => Readonly<Record<string, string>>) | undefined;
}

/** The path inside a folder that an address names; undefined for one that leaves it or is no path. */
function inside(address: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(address);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(path)) return undefined;
  const parts = path.split('/').filter(Boolean);
  return parts.some((part) => part.startsWith('.')) ? undefined : parts.join(sep);
}

/** A page with the shop's id, which has no character that means anything in HTML. */
const filled = async (file: string, shop: string, greets: boolean): Promise<Buffer> =>
  Buffer.from((await readFile(file, 'utf8')).replaceAll('%SHOP%', shop).replaceAll('%GREETING%', greets ? 'desk' : ''));

/**
 * Serves a file of a folder; false when there is none. Nothing outside the folder is ever read: neither by `..`, in
 * whatever encoding, nor by a link that points out of it. Hidden files are not there.
 */
export async function serveFile(
  exchange: Exchange,
  folder: string,
  address: string,
  { endings, shop, greets = false, headers }: StaticOptions = {},
): Promise<boolean> {
  const path = inside(address);
  if (path === undefined || path === '') return false;
  const ending = extname(path).toLowerCase();
  const type = TYPES[ending];
  if (!type || (endings && !endings.includes(ending))) return false;
  let file: string;
  let size: number;
  let modified: number;
  try {
    const root = await realpath(folder);
    file = await realpath(join(root, path));
    if (!file.startsWith(root + sep)) return false;
    const found = await stat(file);
    if (!found.isFile()) return false;
    ({ size, mtimeMs: modified } = found);
  } catch {
    return false;
  }
  if (!isReading(exchange)) return true;
  const { request, response } = exchange;
  const packed = TEXT.test(type) && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const version = [
    size.toString(36),
    Math.floor(modified).toString(36),
    ending === '.html' ? shop : undefined,
    ending === '.html' && greets ? 'greets' : undefined,
    packed && 'br',
  ];
  const tag = `"${version.filter(Boolean).join('-')}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
  if (TEXT.test(type)) response.setHeader('Vary', 'Accept-Encoding');
  for (const [name, value] of Object.entries(headers?.(path) ?? {})) response.setHeader(name, value);
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return true;
  }
  const page = ending === '.html' && shop !== undefined ? await filled(file, shop, greets) : undefined;
  const body = packed ? await brotli(`${file} ${tag}`, page ?? (await readFile(file))) : page;
  if (packed) response.setHeader('Content-Encoding', 'br');
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body?.length ?? size });
  if (request.method === 'HEAD' || body) response.end(request.method === 'HEAD' ? undefined : body);
  // A reader that goes away in the middle is no error of ours.
  else await pipeline(createReadStream(file), response).catch(() => undefined);
  return true;
}
