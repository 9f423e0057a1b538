import type { Route } from './route.ts';
import { serveFile } from './static-files.ts';

/**
 * Names that end with a hash of the content, as rollup gives them: what stands behind one never changes. What pages name
 * themselves (`xiaoer-analytics.js`) has none.
 */
const HASHED = /^(?!xiaoer\b).*-[\w-]{6,}\.(?:js|css)$/;

/**
 * `/xiaoer/…`: the loader and everything it fetches. Shops on other origins load them with `crossorigin` and integrity,
 * so anybody may read them.
 */
export const assetsRoute =
  (folder: string): Route =>
  ({ request, response, url }) =>
    url.pathname.startsWith('/xiaoer/') &&
    serveFile({ request, response, url }, folder, url.pathname.slice('/xiaoer/'.length), {
      headers: (name) => ({
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      }),
    });
