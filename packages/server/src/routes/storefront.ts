import type { Route } from './route.ts';
import { serveFile } from './static-files.ts';

/** Addresses that the page itself takes apart. */
const PAGES = /^\/(?:cart|product\/[^/]+)?$/;

/** `/`, the addresses of its other views, and the files it consists of. */
export const storefrontRoute =
  (folder: string, shop: string): Route =>
  (exchange) => {
    const { pathname } = exchange.url;
    return serveFile(exchange, folder, PAGES.test(pathname) ? '/index.html' : pathname, { shop });
  };
