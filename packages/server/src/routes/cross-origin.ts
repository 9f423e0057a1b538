import type { Origins } from '../identity/origins.ts';
import { type Exchange, sendText } from './route.ts';

/**
 * Lets pages of `ORIGINS` in, as the gateways do; a program may leave `Origin` out. False when the answer is ended: a
 * page from elsewhere, or a browser that asked beforehand.
 */
export function admitsOrigin(exchange: Exchange, origins: Origins, methods: string): boolean {
  const { request, response } = exchange;
  const { origin } = request.headers;
  response.setHeader('Vary', 'Origin');
  if (origin === undefined) return true;
  if (!origins.allows(request)) {
    sendText(exchange, 403, 'This origin is not allowed; add it to ORIGINS, or set PUBLIC_URL.');
    return false;
  }
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  if (request.method !== 'OPTIONS') return true;
  response.setHeader('Access-Control-Allow-Methods', methods);
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  response.setHeader('Access-Control-Max-Age', '7200');
  response.writeHead(204).end();
  return false;
}
