import { join } from 'node:path';
import type { Route } from './route.ts';
import { serveFile } from './static-files.ts';

const ENDINGS = ['.svg', '.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif'];

/**
 * `/shop/pictures/…`: pictures of the shop's folder. A merchant's SVG may hold a script; opened as a page it is sandboxed
 * and may load nothing.
 */
export const picturesRoute =
  (folder: string): Route =>
  (exchange) =>
    exchange.url.pathname.startsWith('/shop/pictures/') &&
    serveFile(exchange, join(folder, 'pictures'), exchange.url.pathname.slice('/shop/pictures/'.length), {
      endings: ENDINGS,
      headers: () => ({
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': 'public, max-age=300',
      }),
    });
