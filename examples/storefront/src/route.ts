import { isSortKey, type SortKey } from './sort.ts';

/** A list by what chooses and orders it. */
export interface ListRoute {
  readonly page: 'list';
  readonly category: string;
  readonly sub: string;
  readonly query: string;
  readonly sort: SortKey;
  readonly inStock: boolean;
}

/** What an address shows. */
export type Route =
  | ListRoute
  | { readonly page: 'product'; readonly id: string }
  | { readonly page: 'cart' }
  | { readonly page: 'orders' }
  | { readonly page: 'missing' };

/** Reads an address; the server gives the same page for all of them. */
export function routeOf({ pathname, searchParams }: URL): Route {
  if (pathname === '/cart') return { page: 'cart' };
  if (pathname === '/orders') return { page: 'orders' };
  const product = /^\/product\/([^/]+)$/.exec(pathname)?.[1];
  if (product !== undefined) return { page: 'product', id: decoded(product) };
  if (pathname !== '/' && pathname !== '/index.html') return { page: 'missing' };
  const read = (name: string) => searchParams.get(name) ?? '';
  const sort = read('sort');
  return {
    page: 'list',
    category: read('category'),
    sub: read('sub'),
    query: read('q').trim(),
    sort: isSortKey(sort) ? sort : 'featured',
    inStock: read('stock') === '1',
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Address of a product. */
export const productPath = (id: string): string => `/product/${encodeURIComponent(id)}`;

/** Address of a list; what is not named is not narrowed. */
export function listPath({ category, sub, query, sort, inStock }: Partial<ListRoute>): string {
  const wanted = {
    category,
    sub,
    q: query,
    sort: sort === 'featured' ? undefined : sort,
    stock: inStock ? '1' : undefined,
  };
  const given = Object.entries(wanted).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `/?${new URLSearchParams(given)}` : '/';
}

/**
 * Follows links inside the shop without loading the page anew, so that an open chat stays open. Whatever asks for a new
 * tab, leaves the shop or is a download is left to the browser.
 */
export function followLinks(show: (moved: 'forward' | 'back') => void): (path: string) => void {
  const go = (path: string) => {
    history.pushState(null, '', path);
    show('forward');
  };
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.origin !== location.origin || link.hash) return;
    if (routeOf(new URL(link.href)).page === 'missing') return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
  addEventListener('popstate', () => show('back'));
  return go;
}
