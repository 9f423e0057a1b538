import { isLoopback } from '../identity/origins.ts';
import { subjectOf } from '../identity/subject-of.ts';
import type { Shop } from '../shops/shop.ts';
import type { CallerOf } from './caller.ts';
import { isReading, type Route, sendJson, sendText } from './route.ts';

/**
 * `GET /demo/orders?locale=`: the orders of the bundled shop's shopper whom the token in `Authorization: Bearer …` names,
 * newest first, `{ orders }`. It stands in for the page a merchant's own system draws; mounted with the demonstration
 * sign-in, for peers on loopback.
 */
export const demoOrdersRoute =
  (callerOf: CallerOf, shop: Shop): Route =>
  async (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== '/demo/orders' || !isLoopback(request.socket.remoteAddress ?? '')) return false;
    if (!isReading(exchange)) return true;
    const caller = await callerOf(request, false);
    const subject = 'principal' in caller ? subjectOf(caller.principal.id) : undefined;
    if (subject === undefined) return sendText(exchange, 401, 'Sign in first, and send the token as a Bearer.');
    const locale = url.searchParams.get('locale') ?? shop.knowledge.shop.locales[0] ?? 'en';
    return sendJson(exchange, 200, { orders: await shop.orders(subject, locale) });
  };
