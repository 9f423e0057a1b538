import { isProductCard } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { agentCookie, ask, openInn, ownOrigin, pages } from './inn.ts';

const POLICY =
  "default-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types xiaoer; frame-ancestors 'self'; base-uri 'none'; object-src 'none'; form-action 'self'";

test('every page carries the strict policy and the id of the shop', async () => {
  const inn = await openInn();
  for (const path of ['/', '/cart', '/product/quilt', '/desk/', '/playground/', '/nowhere', '/health']) {
    const { headers, text } = await ask(inn, path);
    expect([path, headers['content-security-policy']]).toEqual([path, POLICY]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    if (text.startsWith('<!doctype') && path !== '/playground/') expect(text).toContain('data-shop="inn"');
  }
});

test('where there is no storefront, the first page says where script and desk are; nothing else is made up', async () => {
  const inn = await openInn({ places: { ...pages(), storefront: '/nowhere' } });
  const { status, headers, text } = await ask(inn, '/');
  expect([status, headers['content-type'], headers['content-security-policy']]).toEqual([
    200,
    'text/plain; charset=utf-8',
    POLICY,
  ]);
  expect(text).toContain('<script src="/xiaoer/xiaoer.js" data-shop="inn" defer></script>');
  for (const path of ['/desk/', '/health', '/xiaoer/xiaoer.js']) expect((await ask(inn, path)).status).toBe(200);
  for (const path of ['/cart', '/product/quilt', '/index.html']) expect((await ask(inn, path)).status).toBe(404);
  expect((await ask(inn, '/', { method: 'POST' })).status).toBe(405);
});

test('the loader may be read from other origins and is asked for anew; hashed chunks are kept', async () => {
  const inn = await openInn();
  const loader = await ask(inn, '/xiaoer/xiaoer.js');
  const chunk = await ask(inn, '/xiaoer/panel-Ab3_xY9q.js');
  const named = await ask(inn, '/xiaoer/xiaoer-analytics.js');
  expect(
    [loader, named, chunk].map(({ headers }) => [headers['access-control-allow-origin'], headers['cache-control']]),
  ).toEqual([
    ['*', 'no-cache'],
    ['*', 'no-cache'],
    ['*', 'public, max-age=31536000, immutable'],
  ]);
  const etag = String(loader.headers['etag']);
  expect((await ask(inn, '/xiaoer/xiaoer.js', { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect(await ask(inn, '/xiaoer/xiaoer.js', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  expect(await ask(inn, '/xiaoer/xiaoer.js', { method: 'DELETE' })).toMatchObject({ status: 405 });
});

test('text is compressed for those who can read it', async () => {
  const inn = await openInn();
  const plain = await ask(inn, '/xiaoer/xiaoer.js');
  const packed = await fetch(`http://127.0.0.1:${inn.port}/xiaoer/xiaoer.js`, {
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(await packed.text()).toBe(plain.text);
  expect(packed.headers.get('etag')).not.toBe(plain.headers['etag']);
  expect([plain.headers['vary'], packed.headers.get('vary')]).toEqual(['Accept-Encoding', 'Accept-Encoding']);
});

test('nothing outside the served folders can be read', async () => {
  const inn = await openInn();
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/xiaoer/../../secret.txt',
    '/xiaoer/..%2f..%2fsecret.txt',
    '/xiaoer/%2e%2e%5csecret.txt',
    '/shop/pictures/../private.txt',
    '/shop/pictures/..%2fprivate.txt',
    '/shop/pictures/%2e%2e%2fproducts.json',
    '/shop/pictures/%00.svg',
    '/shop/private.txt',
    '/shop/orders.json',
    '/shop/mapping.json',
    '/desk/..%2f..%2fsecret.txt',
    '/desk/%c0%ae%c0%ae/secret.txt',
    '//etc/passwd',
    'http://other.example/secret.txt',
    '/%',
  ];
  for (const path of paths) {
    const { status, text } = await ask(inn, path);
    expect([path, status, /outside|everybody|subject/.test(text)]).toEqual([path, 404, false]);
  }
});

test('a picture of the shop is served sandboxed', async () => {
  const inn = await openInn();
  const { status, headers } = await ask(inn, '/shop/pictures/quilt.svg');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  expect(headers['content-security-policy']).toContain('sandbox');
});

test('the catalogue has every language, or cards in one', async () => {
  const inn = await openInn();
  const read = async (path: string) => JSON.parse((await ask(inn, path)).text);
  const whole = await read('/shop/catalogue.json');
  expect(whole.shop).toEqual({
    id: 'inn',
    name: { 'zh-CN': '客栈', en: 'The Inn' },
    currency: 'CNY',
    locales: ['zh-CN', 'en'],
  });
  expect(whole.products[0].title).toEqual({ 'zh-CN': '蚕丝被', en: 'Silk quilt' });
  const english = await read('/shop/catalogue.json?locale=en-GB');
  expect(english.products).toEqual([
    {
      id: 'quilt',
      title: 'Silk quilt',
      image: '/shop/pictures/quilt.svg',
      price: { amount: 89_900, currency: 'CNY' },
      attributes: { Filling: 'Mulberry silk' },
    },
  ]);
});

test('one product’s card may be read from other origins, in a language; what is none is not there', async () => {
  const inn = await openInn();
  const { status, headers, text } = await ask(inn, '/shop/products/quilt.json?locale=en-GB');
  expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
  const card = JSON.parse(text);
  expect(card).toMatchObject({ id: 'quilt', title: 'Silk quilt', price: { amount: 89_900, currency: 'CNY' } });
  expect(isProductCard(card)).toBe(true);
  expect(JSON.parse((await ask(inn, '/shop/products/quilt.json')).text).title).toBe('蚕丝被');
  expect(JSON.parse((await ask(inn, '/shop/products/%71uilt.json')).text).id).toBe('quilt');
  const statuses = async (...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await ask(inn, `/shop/products/${path}`)).status));
  expect(await statuses('none.json', '%.json', 'quilt', '%2e%2e%2forders.json', '.json')).toEqual(Array(5).fill(404));
  expect((await ask(inn, '/shop/products/quilt.json', { method: 'POST' })).status).toBe(405);
});

test('health tells numbers and nothing of anybody', async () => {
  const inn = await openInn();
  const { status, text } = await ask(inn, '/health');
  const health = JSON.parse(text);
  expect(status).toBe(200);
  expect(Object.keys(health).sort()).toEqual(
    [
      'agents',
      'appended',
      'conversations',
      'epoch',
      'inMemory',
      'links',
      'queued',
      'status',
      'synchronous',
      'uptime',
      'version',
    ].sort(),
  );
  expect(health).toMatchObject({ status: 'ok', synchronous: 'full', epoch: inn.store.epoch });
});

test('the desk’s link works once; the cookie stays on the desk', async () => {
  const inn = await openInn();
  const { key } = await inn.agents.add('Tang');
  const scanned = await ask(inn, `/desk/enter?key=${key}`, { method: 'HEAD' });
  expect(scanned.headers['set-cookie']).toBeUndefined();
  const entered = await ask(inn, `/desk/enter?key=${key}`);
  expect([entered.status, entered.headers['location']]).toEqual([303, '/desk/']);
  expect(String(entered.headers['set-cookie'])).toMatch(
    /^xiaoer_agent=[\w-]{43}; Path=\/desk; Max-Age=43200; HttpOnly; SameSite=Strict$/,
  );
  expect((await ask(inn, `/desk/enter?key=${key}`)).status).toBe(403);
  expect((await ask(inn, '/desk/enter')).status).toBe(403);
});

test('behind https the cookie is Secure', async () => {
  const inn = await openInn({ publicUrl: 'https://chat.shop.example' });
  const { key } = await inn.agents.add('Tang');
  expect(String((await ask(inn, `/desk/enter?key=${key}`)).headers['set-cookie'])).toMatch(/; Secure$/);
});

test('whatever could change something at the desk needs our own origin', async () => {
  const inn = await openInn();
  const cookie = await agentCookie(inn);
  const post = (headers: Record<string, string>) => ask(inn, '/desk/', { method: 'POST', headers });
  expect((await post({ cookie })).status).toBe(403);
  expect((await post({ cookie, origin: 'https://evil.example' })).status).toBe(403);
  expect((await post({ cookie, origin: ownOrigin(inn) })).status).toBe(405);
});
