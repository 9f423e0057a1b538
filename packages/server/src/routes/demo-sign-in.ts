import { isObject } from '@xiaoer/core/protocol';
import { isLoopback, type Origins } from '../identity/origins.ts';
import { signShopperToken, type TokenKeys } from '../identity/shopper-token.ts';
import type { ShopOrder } from '../shops/shop-order.ts';
import { type Exchange, type Route, sendJson, sendText } from './route.ts';

/** Most bytes of the request. */
const MOST = 1024;

async function readBody({ request }: Exchange): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST) return undefined;
  }
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * `POST /demo/sign-in`: signs a made-up shopper of the bundled shop in, for trying things out; `{ sub }` picks one.
 * Only mounted for the bundled shop on a server that is bound to loopback, and only for peers on loopback that our own
 * page sends: to everybody else it is not there.
 */
export function demoSignInRoute(about: {
  readonly shop: string;
  readonly keys: Extract<TokenKeys, { kind: 'secret' }>;
  readonly orders: readonly ShopOrder[];
  readonly origins: Origins;
}): Route {
  const names = new Map(about.orders.map(({ subject, address }) => [subject, address?.name ?? subject]));
  return async (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== '/demo/sign-in' || !isLoopback(request.socket.remoteAddress ?? '')) return false;
    if (request.method !== 'POST') return sendText(exchange, 405, 'Sign in by POST.');
    if (!about.origins.isOwn(request)) return sendText(exchange, 403, 'Only our own page may sign in here.');
    const body = await readBody(exchange);
    const wanted = isObject(body) ? (body['sub'] ?? names.keys().next().value) : undefined;
    const name = typeof wanted === 'string' ? names.get(wanted) : undefined;
    if (typeof wanted !== 'string' || name === undefined)
      return sendText(exchange, 400, `Name one of the demo's shoppers as sub: ${[...names.keys()].join(', ')}`);
    const token = await signShopperToken(about.keys, { shop: about.shop, sub: wanted, name });
    return sendJson(exchange, 200, { token, sub: wanted, name });
  };
}
