/** What an address shows. */
export type Route =
  | { readonly page: 'list'; readonly category: string; readonly sub: string; readonly query: string }
  | { readonly page: 'product'; readonly id: string }
  | { readonly page: 'cart' }
  | { readonly page: 'missing' };

/** Reads an address; the server gives the same page for all of them. */
export function routeOf({ pathname, searchParams }: URL): Route {
  if (pathname === '/cart') return { page: 'cart' };
  const product = /^\/product\/([^/]+)$/.exec(pathname)?.[1];
  if (product !== undefined) return { page: 'product', id: decoded(product) };
  if (pathname !== '/' && pathname !== '/index.html') return { page: 'missing' };
  const read = (name: string) => searchParams.get(name) ?? '';
  return { page: 'list', category: read('category'), sub: read('sub'), query: read('q').trim() };
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

/** Address of a list. */
export function listPath(filters: { readonly category?: string; readonly sub?: string; readonly q?: string }): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
  return query ? `/?${query}` : '/';
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
