import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** What a folder is served with. */
export interface ServeOptions {
  /** Headers of its pages. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What is written otherwise in its pages, such as an address that only a reader of the example has. */
  readonly replace?: Readonly<Record<string, string>> | undefined;
}

/** Answers what a browser asks below `address` from a folder of the repository, as a shop's own server would. */
export async function serveFolder(
  context: BrowserContext,
  address: string,
  folder: string,
  { headers = {}, replace = {} }: ServeOptions = {},
): Promise<void> {
  // To Chromium an answer that the test gives comes from no machine at all, and such a page may not reach this one.
  await context.grantPermissions(['local-network-access']);
  await context.route(`${address}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(ROOT, folder, pathname.slice(new URL(address).pathname.length));
    const type = TYPES[extname(file)];
    if (!type || !existsSync(file)) return route.fallback();
    let body = readFileSync(file, 'utf8');
    for (const [from, to] of Object.entries(replace)) body = body.replaceAll(from, to);
    return route.fulfill({
      contentType: type,
      body,
      headers: type.startsWith('text/html') ? { ...headers } : {},
    });
  });
}
