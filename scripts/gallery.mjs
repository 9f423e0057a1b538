import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { rollup } from 'rollup';
import { browserBundle } from '../rollup.config.mjs';
import { ROOT } from './run.mjs';
import { tone } from './tone.mjs';

const SOURCE = 'packages/widget/test/gallery';
const BUNDLE = join(ROOT, SOURCE, 'dist');
const GOODS = join(ROOT, 'examples/storefront/shop/pictures');

const TYPES = { '.js': 'text/javascript', '.svg': 'image/svg+xml', '.wav': 'audio/wav' };

/** The strictest policy that the widget promises to run under. */
const POLICY =
  "default-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types xiaoer";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Messages</title><link rel="stylesheet" href="/page.css"><script type="module" src="/gallery.js"></script></head>
<body><xiaoer-gallery></xiaoer-gallery></body></html>`;

function find(path) {
  if (path === '/') return ['text/html', PAGE];
  if (path === '/page.css') return ['text/css', 'body{margin:0}'];
  if (path === '/pictures/voice.wav') return ['audio/wav', tone()];
  const folder = path.startsWith('/pictures/') ? GOODS : BUNDLE;
  const file = join(folder, normalize(path.replace(/^\/pictures\//, '/')));
  const type = TYPES[extname(file)];
  return type && file.startsWith(folder) && existsSync(file) ? [type, readFileSync(file)] : undefined;
}

/**
 * Builds the page that shows every kind of message in every state, and serves it on a free port of this machine. What is
 * called `slow` is never answered.
 */
export async function openGallery() {
  const config = browserBundle('gallery', `${SOURCE}/gallery.tsx`, BUNDLE, { tsconfig: `${SOURCE}/tsconfig.json` });
  const bundle = await rollup(config);
  await bundle.write(config.output);
  await bundle.close();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    if (pathname.startsWith('/pictures/slow')) return;
    const found = find(pathname);
    response.writeHead(found ? 200 : 404, {
      'Content-Security-Policy': POLICY,
      ...(found ? { 'Content-Type': found[0] } : {}),
    });
    response.end(found?.[1]);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
