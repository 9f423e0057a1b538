import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type * as Core from '@xiaoer/core';
import type * as Transports from '@xiaoer/core/transports';
import type * as Uploads from '@xiaoer/core/uploads';
import type { Page } from 'playwright-core';

/** What a page of this server offers to the functions that a story runs in it. */
export interface PageParts {
  readonly core: typeof Core;
  readonly transports: typeof Transports;
  readonly uploads: typeof Uploads;
  /** Makes a client as the widget does: stored in IndexedDB, over a WebSocket to `inn`. Nothing is connected yet. */
  makeClient(inn: string): Core.Client;
  /** The one client of most stories. */
  client: Core.Client;
}

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Parts of the page by their address, as they were built. */
const MODULES: Readonly<Record<string, string>> = {
  '/signals-core.js': at('node_modules/@preact/signals-core/dist/signals-core.mjs'),
  '/idb-keyval.js': at('node_modules/idb-keyval/dist/index.js'),
};
const CORE = at('packages/core/dist');

const PAGE = `<!doctype html><title>shop</title>
<script type="importmap">{"imports":{"@preact/signals-core":"/signals-core.js","idb-keyval":"/idb-keyval.js"}}</script>
<script type="module">
import * as core from '/core/index.js';
import * as transports from '/core/transports/index.js';
import * as uploads from '/core/uploads/index.js';
globalThis.core = core;
globalThis.transports = transports;
globalThis.uploads = uploads;
globalThis.makeClient = (inn) => core.createClient({
  shop: 'yunlai',
  transport: core.websocketTransport(inn.replace('http', 'ws') + '/ws', WebSocket),
  env: core.browserEnv(),
  openStore: core.idbStore,
  resume: true,
  locale: 'en',
});
globalThis.ready = true;
</script>`;

/** A page on an origin of its own that has core and nothing else; \`/away\` is an empty one. */
export interface ClientShop {
  readonly origin: string;
  close(): void;
}

/** Serves the page until it is closed. */
export async function openClientShop(): Promise<ClientShop> {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const file = path.startsWith('/core/') ? CORE + path.slice('/core'.length) : MODULES[path];
    try {
      const body = file ? await readFile(file) : path === '/away' ? '<!doctype html><title>away</title>' : PAGE;
      response.writeHead(200, { 'Content-Type': file ? 'text/javascript' : 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A hidden page draws no frames, by which it would be asked otherwise. */
const POLLING = { polling: 50 };

/** Opens the page and connects its client. */
export async function openClient(page: Page, shop: ClientShop, inn: string): Promise<void> {
  await page.goto(shop.origin);
  await page.waitForFunction('globalThis.ready', undefined, POLLING);
  await page.evaluate((inn) => {
    const parts = globalThis as unknown as PageParts;
    parts.client = parts.makeClient(inn);
    parts.client.connect();
  }, inn);
}

/** Sends texts one after the other; resolves with their ids once all are accepted. */
export const send = (page: Page, texts: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(async (texts) => {
    const { client } = globalThis as unknown as PageParts;
    const ids: string[] = [];
    for (const text of texts) ids.push(await client.send('text', { text }));
    return ids;
  }, texts);

/** An own message as the page shows it. */
export interface Own {
  readonly id: string;
  readonly text: string;
  readonly seq: number | undefined;
  readonly unsaved: boolean;
}

/** All own texts, from the first. */
export const ownTexts = (page: Page): Promise<readonly Own[]> =>
  page.evaluate(async () => {
    const { client } = globalThis as unknown as PageParts;
    while (client.hasOlder.value) await client.loadOlder();
    return client.messages.value
      .filter(({ mine, content }) => mine && content.kind === 'text')
      .map(({ id, seq, unsaved, content: { body } }) => ({
        id,
        text: 'text' in body ? String(body.text) : '',
        seq,
        unsaved: unsaved === true,
      }));
  });

/** Waits until the link is open and nothing of ours is on its way. */
export async function settled(page: Page, timeout = 30_000): Promise<void> {
  await page.waitForFunction(
    () => {
      const { client } = globalThis as unknown as PageParts;
      return client.connection.value.state === 'online' && client.outbox.value.length === 0;
    },
    undefined,
    { ...POLLING, timeout },
  );
}

/** State of the connection. */
export const connectionOf = (page: Page): Promise<Core.Connection> =>
  page.evaluate(() => (globalThis as unknown as PageParts).client.connection.value);
