import { sessionCookie } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import { isReading, type Route, sendText } from './route.ts';
import { serveFile } from './static-files.ts';

/**
 * `/desk/`: the page of the agents. The page itself is no secret; what it shows comes over `/desk/ws`, which asks for
 * the cookie.
 */
export const deskRoute =
  (folder: string): Route =>
  async (exchange) => {
    const { pathname } = exchange.url;
    if (pathname === '/desk') {
      exchange.response.writeHead(308, { Location: '/desk/' }).end();
      return true;
    }
    if (!pathname.startsWith('/desk/')) return false;
    const name = pathname.slice('/desk/'.length) || 'index.html';
    return serveFile(exchange, folder, name);
  };

/** `/desk/enter?key=…`: uses a one-time key up, sets the cookie and goes on to the desk. */
export const deskEnterRoute =
  (agents: Agents, secure: boolean): Route =>
  async (exchange) => {
    const { request, response, url } = exchange;
    if (url.pathname !== '/desk/enter') return false;
    // HEAD is what scanners of links send: it must not use the key up.
    if (request.method === 'HEAD' || !isReading(exchange)) return response.writableEnded || sendText(exchange, 200, '');
    const session = await agents.enter(url.searchParams.get('key') ?? '');
    if (session === undefined)
      return sendText(
        exchange,
        403,
        'This link was used, or is older than a day. Make another: npm run agent -- add NAME\n这个链接已用过，或已超过一天。请重新生成：npm run agent -- add 名字\n',
      );
    response.writeHead(303, {
      'Set-Cookie': sessionCookie(session, secure),
      Location: '/desk/',
      'Cache-Control': 'no-store',
    });
    response.end();
    return true;
  };
