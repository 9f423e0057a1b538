import type { Route } from './route.ts';
import { serveFile } from './static-files.ts';

/** `/playground/`: the page on which a designer tries the widget's variables, where it was built. */
export const playgroundRoute =
  (folder: string): Route =>
  async (exchange) => {
    const { pathname } = exchange.url;
    if (pathname === '/playground') {
      exchange.response.writeHead(308, { Location: '/playground/' }).end();
      return true;
    }
    if (!pathname.startsWith('/playground/')) return false;
    return serveFile(exchange, folder, pathname.slice('/playground/'.length) || 'index.html');
  };
