import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createReceiver } from '../examples/webhook/receiver.mjs';
import { ROOT } from '../scripts/run.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** `examples/static-shop` on a server of files, with `examples/webhook` at `/messages`. */
export interface StaticSite {
  readonly address: string;
  /** What is served in place of a file, by path; the status alone for none. */
  readonly instead: Map<string, string | number>;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** The messages that were left, oldest first. */
  messages(): readonly { readonly id: string; readonly contact: string; readonly message: string }[];
  close(): Promise<void>;
}

export async function serveStaticShop(): Promise<StaticSite> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-static-'));
  const file = join(folder, 'messages.jsonl');
  const origins: string[] = [];
  const receiver = createReceiver({ origins, file });
  const instead = new Map<string, string | number>();
  const asked: string[] = [];

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    asked.push(pathname);
    if (pathname === '/messages') return void receiver.handle(request, response);
    const other = instead.get(pathname);
    const path = pathname.startsWith('/xiaoer/')
      ? join(ROOT, 'packages/widget/dist/browser', pathname.slice('/xiaoer/'.length))
      : join(ROOT, 'examples/static-shop', pathname === '/' ? 'index.html' : pathname);
    const there = typeof other !== 'number' && existsSync(path);
    response.writeHead(there ? 200 : typeof other === 'number' ? other : 404, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      // For pages of another origin that take the script from here.
      'Access-Control-Allow-Origin': '*',
    });
    response.end(there ? (other ?? readFileSync(path)) : undefined);
  }

  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  origins.push(address);
  return {
    address,
    instead,
    asked,
    messages: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      receiver.close();
      rmSync(folder, { recursive: true });
    },
  };
}
