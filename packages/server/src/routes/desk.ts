import { agentOf, sessionCookie } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Scope } from '../identity/scope.ts';
import { subjectOf } from '../identity/subject-of.ts';
import type { Audit } from '../privacy/audit.ts';
import { localize } from '../shops/field-source.ts';
import type { ShopFolder } from '../shops/load-folder.ts';
import type { Shop } from '../shops/shop.ts';
import { isReading, type Route, sendJson, sendText } from './route.ts';
import { serveFile } from './static-files.ts';

/**
 * `/desk/`: the page of the agents. The page itself is no secret; what it shows comes over `/desk/ws` and `/desk/api/`,
 * which ask for the cookie.
 */
export const deskRoute =
  (folder: string, shop: string): Route =>
  async (exchange) => {
    const { pathname } = exchange.url;
    if (pathname === '/desk') {
      exchange.response.writeHead(308, { Location: '/desk/' }).end();
      return true;
    }
    if (!pathname.startsWith('/desk/')) return false;
    return serveFile(exchange, folder, pathname.slice('/desk/'.length) || 'index.html', { shop });
  };

/** `/desk/enter?key=…`: uses a one-time key up, sets the cookie and goes on to the desk. */
export const deskEnterRoute =
  (agents: Agents, secure: boolean): Route =>
  async (exchange) => {
    const { request, response, url } = exchange;
    if (url.pathname !== '/desk/enter') return false;
    if (!isReading(exchange)) return true;
    // HEAD is what scanners of links send: it must not use the key up.
    if (request.method === 'HEAD') return sendText(exchange, 200, '');
    // A page that only shows this address as a picture or frame signs nobody in.
    const wanted = request.headers['sec-fetch-dest'];
    if (wanted !== undefined && wanted !== 'document') return sendText(exchange, 403, 'Open the link itself.');
    const browser = String(request.headers['user-agent'] ?? '');
    const session = await agents.enter(url.searchParams.get('key') ?? '', browser);
    if (session === undefined)
      return sendText(
        exchange,
        403,
        '这个链接已经用过，或已超过一天。请重新生成：npm run agent -- add 名字\nThis link was used, or is older than a day. Make another: npm run agent -- add NAME\n',
      );
    response.writeHead(303, {
      'Set-Cookie': sessionCookie(session, secure),
      Location: '/desk/',
      'Cache-Control': 'no-store',
    });
    response.end();
    return true;
  };

/** `/desk/ws` in plain HTTP tells a page whether its cookie is good, which a refused socket does not. */
export const deskKeyRoute =
  (agents: Agents): Route =>
  (exchange) => {
    if (exchange.url.pathname !== '/desk/ws') return false;
    if (!agentOf(exchange.request, agents)) return sendText(exchange, 401, 'Come in by a one-time link.');
    exchange.response.setHeader('Upgrade', 'websocket');
    return sendText(exchange, 426, 'This place speaks WebSocket.');
  };

/** `/desk/api/orders?conversation=…`: the orders of a conversation's shopper, for an agent with a good cookie. */
export const deskOrdersRoute =
  (agents: Agents, scope: Pick<Scope, 'conversation'>, shop: Shop, audit: Pick<Audit, 'read'>): Route =>
  async (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== '/desk/api/orders') return false;
    if (!isReading(exchange)) return true;
    const me = agentOf(request, agents);
    if (!me) return sendText(exchange, 401, 'Come in by a one-time link.');
    const found = await scope.conversation(me, url.searchParams.get('conversation'));
    if (!found) return sendText(exchange, 404, 'There is no such conversation.');
    const { subject, locale: theirs } = found.record;
    const locale = url.searchParams.get('locale') ?? theirs ?? shop.knowledge.shop.locales[0] ?? 'en';
    const sub = subjectOf(subject);
    audit.read(me.id, 'read.orders', subject, found.record.id);
    return sendJson(exchange, 200, { orders: sub === undefined ? [] : await shop.orders(sub, locale) });
  };

/** `/desk/api/replies?locale=…`: what agents say often, in a language, for an agent with a good cookie. */
export const deskRepliesRoute =
  (agents: Agents, folder: () => Pick<ShopFolder, 'replies' | 'knowledge'>): Route =>
  (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== '/desk/api/replies') return false;
    if (!isReading(exchange)) return true;
    if (!agentOf(request, agents)) return sendText(exchange, 401, 'Come in by a one-time link.');
    const { replies, knowledge } = folder();
    const { locales } = knowledge.shop;
    const locale = url.searchParams.get('locale') ?? locales[0] ?? 'en';
    const inLocale = replies.map(({ id, title, text }) => ({
      id,
      title: localize(title, locale, locales),
      text: localize(text, locale, locales),
    }));
    return sendJson(exchange, 200, { replies: inLocale });
  };

/** Answers that are asked for at once, at most. */
const MOST_ANSWERS = 10;

/** `/desk/api/answers?id=…&id=…&locale=…`: the words of the shop's answers, for an agent with a good cookie. */
export const deskAnswersRoute = (
  agents: Agents,
  { locales }: Pick<ShopFolder['knowledge']['shop'], 'locales'>,
  answersNow: () => ShopFolder['knowledge']['answers'],
): Route => {
  let known: ShopFolder['knowledge']['answers'] | undefined;
  let byId = new Map<string, ShopFolder['knowledge']['answers'][number]['answer']>();
  return (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== '/desk/api/answers') return false;
    if (!isReading(exchange)) return true;
    if (!agentOf(request, agents)) return sendText(exchange, 401, 'Come in by a one-time link.');
    const locale = url.searchParams.get('locale') ?? locales[0] ?? 'en';
    const now = answersNow();
    if (now !== known) {
      known = now;
      byId = new Map(now.map(({ id, answer }) => [id, answer]));
    }
    const answers = url.searchParams
      .getAll('id')
      .slice(0, MOST_ANSWERS)
      .flatMap((id) => {
        const text = byId.get(id);
        return text === undefined ? [] : [{ id, text: localize(text, locale, locales) }];
      });
    return sendJson(exchange, 200, { answers });
  };
};
