import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Config } from '../src/config.ts';
import type { AgentRole } from '../src/identity/roles.ts';
import { type RunningServer, startServer } from '../src/server.ts';
import { makeFolder } from './folder.ts';

const price = { amount: 89_900, currency: 'CNY' };
const address = { name: '梅若雪', phone: '13800000001', text: '杭州市西湖区 1 号' };
const line = { product: 'quilt', quantity: 1 };

/** A small shop: a quilt, one answer, an order each of two shoppers. */
const SHOP = {
  'mapping.json': {
    shop: { id: 'inn', name: { 'zh-CN': '客栈', en: 'The Inn' }, locales: ['zh-CN', 'en'], currency: 'CNY' },
  },
  'products.json': [
    {
      id: 'quilt',
      title: { 'zh-CN': '蚕丝被', en: 'Silk quilt' },
      category: [{ 'zh-CN': '床品', en: 'Bedding' }],
      price,
      image: 'pictures/quilt.svg',
      attributes: [{ name: { 'zh-CN': '填充物', en: 'Filling' }, value: { 'zh-CN': '桑蚕丝', en: 'Mulberry silk' } }],
    },
    { id: 'old', title: 'Old lamp', price, onSale: false },
  ],
  'answers.json': [
    {
      question: { 'zh-CN': '运费怎么算？', en: 'How much is shipping?' },
      answer: { 'zh-CN': '满 88 元包邮。', en: 'Shipping is free from ¥88.' },
    },
  ],
  'orders.json': [
    { subject: 'mei', id: 'o1', number: 'N1', placedAt: '2026-03-01', status: 'paid', lines: [line], address },
    {
      subject: 'lin',
      id: 'o2',
      number: 'N2',
      placedAt: '2026-03-02',
      status: 'shipped',
      lines: [line],
      address: { text: 'x' },
    },
  ],
};

/** A folder with the pages that the browser packages would build. */
export function pages(): Config['places'] {
  const root = makeFolder({ 'secret.txt': 'outside' });
  const page = '<!doctype html><script src="/xiaoer/xiaoer.js" data-shop="%SHOP%"></script>';
  for (const [folder, name, text] of [
    ['assets', 'xiaoer.js', '// loader'],
    ['assets', 'panel-Ab3_xY9q.js', '// chunk'],
    ['assets', 'xiaoer-analytics.js', '// bridge'],
    ['desk', 'index.html', page],
    ['playground', 'index.html', page],
    ['storefront', 'index.html', page],
    ['shop/pictures', 'quilt.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['shop', 'private.txt', 'not for everybody'],
    ...Object.entries(SHOP).map(([file, content]) => ['shop', file, JSON.stringify(content)] as const),
  ] as const) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, name), text);
  }
  return {
    assets: `${root}/assets`,
    desk: `${root}/desk`,
    playground: `${root}/playground`,
    storefront: `${root}/storefront`,
    shop: `${root}/shop`,
  };
}

/** A running server on a port of its own, with a shop of its own. Ends with the test. */
export async function openInn(more: Partial<Config> = {}): Promise<RunningServer> {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    dataDir: makeFolder(),
    origins: [],
    trustProxy: false,
    connect: { perMinute: 6_000, burst: 6_000, pending: 6_000 },
    mostLinks: 1_000,
    drainMs: 0,
    idleCloseMs: 86_400_000,
    noticeAfterMs: 300_000,
    desk: { agentCapacity: 5, queueLimitMs: 300_000, tellAfterMs: 60_000, answerLimitMs: 300_000 },
    keeping: { conversationDays: 0, uploadDays: 0, ticketDays: 0, auditDays: 0 },
    logLevel: 'error',
    places: pages(),
    ...more,
  });
  onTestFinished(() => server.close());
  return server;
}

/** One answer of the server. The path goes out as it is, dots and all, which `fetch` would tidy. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** Asks over plain HTTP. */
export function ask(
  { port }: { readonly port: number },
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers as Got['headers'], text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

type Frame = Readonly<Record<string, unknown>> & { readonly t: string };

/** A socket whose frames are waited for by type. */
export interface Line {
  send(frame: object | string): void;
  /** Sends bytes as they are, as text or as a binary message. */
  sendBytes(bytes: Uint8Array, binary: boolean): void;
  /** The next frame that fits, among those not yet taken. */
  next(fits: string | ((frame: Frame) => boolean)): Promise<Frame>;
  /** Code of the close. */
  readonly closed: Promise<number>;
  end(): void;
}

/** Opens a socket; rejects with the status of a refused upgrade. */
export function dial(
  { port }: { readonly port: number },
  path: string,
  headers: Record<string, string> = {},
): Promise<Line> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  const frames: Frame[] = [];
  const waiting: { fits: (frame: Frame) => boolean; resolve: (frame: Frame) => void }[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    const at = waiting.findIndex(({ fits }) => fits(frame));
    if (at >= 0) waiting.splice(at, 1)[0]?.resolve(frame);
    else frames.push(frame);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  onTestFinished(() => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => {
      reject(new Error(String(response.statusCode)));
      socket.terminate();
    });
    socket.on('open', () =>
      resolve({
        closed,
        send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
        sendBytes: (bytes, binary) => socket.send(bytes, { binary }),
        next(wanted) {
          const fits = typeof wanted === 'string' ? (frame: Frame) => frame.t === wanted : wanted;
          const at = frames.findIndex(fits);
          const found = at >= 0 ? frames.splice(at, 1)[0] : undefined;
          return found ? Promise.resolve(found) : new Promise((done) => waiting.push({ fits, resolve: done }));
        },
        end: () => socket.close(),
      }),
    );
  });
}

/** The first frame of a shopper. */
export const hello = (more: object = {}) => ({
  t: 'hello',
  v: 1,
  shop: 'inn',
  install: 'install-1',
  nonce: 'n1',
  cursors: [],
  locale: 'zh-CN',
  ...more,
});

/** A shopper's op. */
export const append = (conversation: string, id: string, text: string, more: object = {}) => ({
  t: 'append',
  conversation,
  id,
  kind: 'text',
  body: { text },
  ...more,
});

/** Signs an agent in and gives the cookie. */
export async function agentCookie(server: RunningServer, name = 'Tang', role?: AgentRole): Promise<string> {
  const { key } = await server.agents.add(name, undefined, role);
  const { headers } = await ask(server, `/desk/enter?key=${key}`);
  return String(headers['set-cookie']).split(';', 1)[0] ?? '';
}

/** Our own page's origin. */
export const ownOrigin = ({ port }: { readonly port: number }): string => `http://127.0.0.1:${port}`;
