import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { strictestOf } from '../scripts/integrity.mjs';
import { openBrowser, openVisitor, type Visitor, type VisitorOptions } from './browser.ts';
import { type Inn, openInn } from './inn.ts';

const PAGES = fileURLToPath(new URL('pages', import.meta.url));
const FILES = fileURLToPath(new URL('../packages/widget/dist/browser', import.meta.url));

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

/** A shop on an origin of its own: the pages in `e2e/pages`, with a copy of the widget's files under `/xiaoer/`. */
export interface ShopSite {
  readonly origin: string;
  /** Where the conversations are: what `{{server}}` in the pages stands for. */
  server: string;
  close(): void;
}

/** What a policy is told by: the folder's `headers.json`, by page. */
type Headers = Readonly<Record<string, Readonly<Record<string, string>>>>;

const read = (path: string): Promise<string> => readFile(path, 'utf8');
const readJson = async (path: string): Promise<unknown> => JSON.parse(await read(path).catch(() => '{}'));

/** Serves the pages until it is closed. */
export async function openShopSite(): Promise<ShopSite> {
  const site = { origin: '', server: '', close: () => {} };

  /** What stands for the names in braces, in pages and their headers; the nonce is another with every answer. */
  async function values(): Promise<Readonly<Record<string, string>>> {
    const hashes = (await readJson(`${FILES}/integrity.json`)) as Readonly<Record<string, string>>;
    const { map, sources } = strictestOf(hashes, `${site.server}/xiaoer/`);
    return {
      server: site.server,
      socket: site.server.replace('http', 'ws'),
      nonce: randomBytes(16).toString('base64'),
      integrity: hashes['xiaoer.js'] ?? '',
      importmap: map,
      hashes: sources,
    };
  }

  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, site.origin);
    const file = pathname.startsWith('/xiaoer/') ? FILES + pathname.slice('/xiaoer'.length) : PAGES + pathname;
    const type = TYPES[extname(file)];
    try {
      if (!type) throw new Error('no such page');
      const text = await read(file);
      if (type !== TYPES['.html']) return void response.writeHead(200, { 'content-type': type }).end(text);
      const known = await values();
      // A whole value of JSON stands in quotes, so that the page around it is JSON without it, too.
      const fill = (words: string) =>
        words.replace(
          /"\{\{(importmap)\}\}"|\{\{(\w+)\}\}/g,
          (whole, map?: string, name = map) => known[name ?? ''] ?? whole,
        );
      const [, folder = '', name = ''] = pathname.split('/');
      const headers = ((await readJson(`${PAGES}/${folder}/headers.json`)) as Headers)[name] ?? {};
      const filled = Object.entries(headers).map(([header, value]) => [header, fill(value)]);
      response.writeHead(200, { 'content-type': type, ...Object.fromEntries(filled) }).end(fill(text));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return site;
}

/** Where stories of other people's pages play: their shop, the inn that it talks to, and a browser. */
export interface SiteStage {
  readonly site: ShopSite;
  readonly inn: Inn;
  readonly browser: Browser;
}

/** Sets that stage for the stories of a file. */
export function siteStage(): SiteStage {
  const open: { site?: ShopSite; inn?: Inn; browser?: Browser } = {};
  beforeAll(async () => {
    const site = await openShopSite();
    open.site = site;
    const origins = `${site.origin},${site.origin.replace('127.0.0.1', 'localhost')}`;
    [open.inn, open.browser] = await Promise.all([openInn({ env: { ORIGINS: origins } }), openBrowser()]);
    site.server = open.inn.address;
  });
  afterAll(async () => {
    await open.browser?.close();
    await open.inn?.close();
    open.site?.close();
  });
  return open as SiteStage;
}

/** Somebody on one of the pages, until the story ends. */
export async function visitSite(at: SiteStage, path: string, options?: VisitorOptions): Promise<Visitor> {
  const visitor = await openVisitor(at.browser, options);
  onTestFinished(() => visitor.context.close());
  await visitor.page.goto(`${at.site.origin}/${path}`);
  return visitor;
}
