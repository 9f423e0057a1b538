import type { Route } from './route.ts';
import { serveFile } from './static-files.ts';

/** `/` and whatever else the page of the shop consists of. */
export const storefrontRoute =
  (folder: string): Route =>
  (exchange) =>
    serveFile(exchange, folder, exchange.url.pathname === '/' ? '/index.html' : exchange.url.pathname);
