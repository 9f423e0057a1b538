import type { Route } from './route.ts';

/**
 * Who may come to an address: anybody; a shopper with a credential; somebody at the desk, in the role named or a higher one;
 * or everybody whom the address itself tells apart.
 */
export type Door = 'public' | 'shopper' | 'agent' | 'lead' | 'admin';

/** A route with every address that it answers. What is not named here does not reach it. */
export interface Addressed {
  /** `POST /desk/api/tickets/:number`, or `GET /xiaoer/*` for all below. */
  readonly addresses: Readonly<Record<string, Door>>;
  readonly handle: Route;
}

const ESCAPE = /[.+?^$()[\]{}|\\]/g;

/** An address as a pattern of paths. */
const patternOf = (address: string): RegExp => {
  const path = address.slice(address.indexOf(' ') + 1);
  const source = path
    .replace(ESCAPE, '\\$&')
    .replace(/:[a-z]+/g, '[^/]*')
    .replace(/\*$/, '.*');
  return new RegExp(`^${source}$`);
};

/** A route at its addresses. */
export function at(addresses: Addressed['addresses'], handle: Route): Addressed {
  const patterns = [...new Set(Object.keys(addresses).map((address) => String(patternOf(address).source)))].map(
    (source) => new RegExp(source),
  );
  return {
    addresses,
    handle: (exchange) => patterns.some((pattern) => pattern.test(exchange.url.pathname)) && handle(exchange),
  };
}
