import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { rollup } from 'rollup';
import { browserBundle } from '../rollup.config.mjs';
import { ROOT } from './run.mjs';
import { tone } from './tone.mjs';

const TESTS = 'packages/widget/test';
const GOODS = join(ROOT, 'examples/storefront/shop/pictures');

const TYPES = { '.js': 'text/javascript', '.svg': 'image/svg+xml', '.wav': 'audio/wav' };

/** The strictest policy that the widget promises to run under. */
const POLICY =
  "default-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types xiaoer";

const page = (
  name,
  title,
  body,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="/page.css"><script type="module" src="/${name}.js"></script></head>
<body>${body}</body></html>`;

function find(path, bundle, html) {
  if (path === '/') return ['text/html', html];
  if (path === '/page.css') return ['text/css', 'body{margin:0}'];
  if (path === '/pictures/voice.wav') return ['audio/wav', tone()];
  const folder = path.startsWith('/pictures/') ? GOODS : bundle;
  const file = join(folder, normalize(path.replace(/^\/pictures\//, '/')));
  const type = TYPES[extname(file)];
  return type && file.startsWith(folder) && existsSync(file) ? [type, readFileSync(file)] : undefined;
}

/** Builds one of the pages beside the widget's tests, and serves it on a free port of this machine. */
async function openBuilt(name, html) {
  const source = `${TESTS}/${name}`;
  const folder = join(ROOT, source, 'dist');
  const entry = existsSync(join(ROOT, source, `${name}.tsx`)) ? `${name}.tsx` : `${name}.ts`;
  const config = browserBundle(name, `${source}/${entry}`, folder, { tsconfig: `${source}/tsconfig.json` });
  // Nobody downloads it: it need not be small.
  const plugins = config.plugins.filter(({ name }) => name !== 'terser' && name !== 'let-for-const');
  const bundle = await rollup({ ...config, plugins });
  await bundle.write(config.output);
  await bundle.close();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    if (pathname.startsWith('/pictures/slow')) return;
    const found = find(pathname, folder, html);
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

/** The page that shows every kind of message in every state. What is called `slow` is never answered. */
export const openGallery = () => openBuilt('gallery', page('gallery', 'Messages', '<xiaoer-gallery></xiaoer-gallery>'));

/** The whole widget over a client without a server: the test says what comes, by `window.fake`. */
export const openPreview = () => openBuilt('preview', page('preview', 'Shop', '<main><h1>Shop</h1></main>'));
