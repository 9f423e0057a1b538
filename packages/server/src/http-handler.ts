import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '@xiaoer/core/env';
import type { Origins } from './identity/origins.ts';
import { setPolicyHeaders } from './policy-headers.ts';
import { type Route, sendText } from './routes/route.ts';

/** Takes an address apart; undefined for one that is none. The host part is ours, whatever the request says. */
function urlOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', 'http://house');
  } catch {
    return undefined;
  }
}

/**
 * Answers HTTP requests by the first route that knows the address. Whatever could change something is refused unless one
 * of our own pages sends it.
 */
export function createHttpHandler(routes: readonly Route[], origins: Origins, log: Log) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setPolicyHeaders(response);
    const url = urlOf(request);
    const exchange = { request, response, url: url ?? new URL('http://house/') };
    try {
      if (!url) {
        sendText(exchange, 400, 'This is no address.');
        return;
      }
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads && url.pathname.startsWith('/desk') && !origins.isOwn(request)) {
        sendText(exchange, 403, 'Only our own page may do this.');
        return;
      }
      for (const route of routes) if (await route(exchange)) return;
      sendText(exchange, 404, 'There is no such place.');
    } catch (error) {
      log('error', 'http.failed', {
        path: url?.pathname.slice(0, 80),
        error: error instanceof Error ? error.name : '',
      });
      if (response.headersSent) response.destroy();
      else sendText(exchange, 500, 'Something went wrong here; it is in the log.');
    }
  };
}
