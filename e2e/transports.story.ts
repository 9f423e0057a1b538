import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type * as Transports from '@xiaoer/core/transports';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser, openVisitor } from './browser.ts';
import { type Inn, openInn } from './inn.ts';

const PAGE = `<!doctype html><title>shop</title>
<script type="module">import * as all from '/transports/index.js'; globalThis.transports = all;</script>`;

const CORE = fileURLToPath(new URL('../packages/core/dist', import.meta.url));

/**
 * A shop on another origin, whose page has the transports as they were built. `/portal/` answers like a captive portal,
 * `/away/` sends elsewhere, `/busy/` asks to wait.
 */
async function openShop(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path.startsWith('/away/')) response.writeHead(307, { Location: '/portal/stream' }).end();
    else if (path.startsWith('/busy/')) response.writeHead(503, { 'Retry-After': '7' }).end();
    else if (path.endsWith('.js')) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(await readFile(CORE + path));
    } else response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let browser: Browser;
let inn: Inn;
let shop: Awaited<ReturnType<typeof openShop>>;

beforeAll(async () => {
  [browser, shop] = await Promise.all([openBrowser(), openShop()]);
  inn = await openInn({ env: { ORIGINS: shop.origin } });
});
afterAll(async () => {
  await browser.close();
  await inn.close();
  shop.server.close();
});

/** Opens a link in a page, says hello, asks one thing, and tells what came: types of frames, and the end. */
async function talk(kind: 'stream' | 'poll' | 'ladder', base: string, page = shop.origin): Promise<readonly string[]> {
  const visitor = await openVisitor(browser);
  onTestFinished(() => visitor.context.close());
  await visitor.page.goto(page);
  await visitor.page.waitForFunction('globalThis.transports');
  return visitor.page.evaluate(
    async ({ kind, base }) => {
      const { transports } = globalThis as unknown as { transports: typeof Transports };
      const { eventStreamTransport, ladderTransport, longPollTransport, websocketTransport } = transports;
      const env = {
        now: () => Date.now(),
        monotonic: () => performance.now(),
        timer(task: () => void, ms: number) {
          const timer = setTimeout(task, ms);
          return () => clearTimeout(timer);
        },
        random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
        log: () => undefined,
      };
      const stream = eventStreamTransport(base, window);
      const poll = longPollTransport(base, window, env);
      const socket = websocketTransport(`${base.replace('http', 'ws')}/no-such-place`, WebSocket);
      const transport = { stream, poll, ladder: ladderTransport([socket, stream, poll], { env }) }[kind];
      const told: string[] = [];
      await new Promise<void>((resolve) => {
        const link = transport.open({
          onopen() {
            told.push('open');
            const secret = 's'.repeat(43).replace(/s/g, () => 'abcdefgh'[Math.floor(Math.random() * 8)] ?? 'a');
            link.send(
              JSON.stringify({
                t: 'hello',
                v: 1,
                shop: 'yunlai',
                install: 'i',
                nonce: 'n',
                secret,
                cursors: [],
                locale: 'en',
              }),
            );
            const conversation = secret.slice(0, 22);
            const op = {
              t: 'append',
              conversation,
              id: 'a1',
              kind: 'text',
              body: { text: 'How much is shipping? 😀' },
            };
            link.send(JSON.stringify(op));
          },
          onframe(text: string) {
            const frame = JSON.parse(text);
            if (frame.t === 'welcome' || frame.t === 'ack') told.push(frame.t);
            if (text.includes('"role":"bot"') && frame.t === 'events') {
              told.push('the bot answers');
              link.close();
              resolve();
            }
          },
          onclose(reason: string, retryAfterMs?: number) {
            told.push(retryAfterMs === undefined ? reason : `${reason} ${retryAfterMs}`);
            resolve();
          },
        });
      });
      return told;
    },
    { kind, base },
  );
}

test('in Chromium, from a shop on another origin: every way gets an answer', async () => {
  const answered = expect.arrayContaining(['open', 'welcome', 'ack', 'the bot answers']);
  expect(await talk('stream', `${inn.address}/link`)).toEqual(answered);
  expect(await talk('poll', `${inn.address}/link`)).toEqual(answered);
  expect(await talk('ladder', `${inn.address}/link`)).toEqual(answered);
});

test('in Chromium: what is not our server ends the link and says why', async () => {
  for (const kind of ['stream', 'poll'] as const) {
    expect(await talk(kind, `${shop.origin}/portal`)).toEqual(['not our server: 200 text/html']);
    expect(await talk(kind, `${shop.origin}/away`)).toEqual(['redirected']);
    expect(await talk(kind, `${shop.origin}/busy`)).toEqual(['http 503 7000']);
    expect(await talk(kind, 'http://127.0.0.1:9/link')).toEqual(['network']);
  }
});

test('in Chromium: a page on an origin that is not listed hears nothing', async () => {
  const stranger = await openShop();
  onTestFinished(() => void stranger.server.close());
  expect(await talk('stream', `${inn.address}/link`, stranger.origin)).toEqual(['network']);
  expect(await talk('poll', `${inn.address}/link`, stranger.origin)).toEqual(['network']);
});
