// @vitest-environment happy-dom
import { type Content, isSafeUrl } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { TYPICAL, yuan } from './examples.ts';
import { replace, settle, stage } from './stage.tsx';

const EVIL = '<img src=x onerror="alert(1)"><script>alert(1)</script>';

/** Every text becomes markup and script, every address a script; numbers and states stay. */
function poison(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => poison(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poison(each, name)]));
  if (typeof value !== 'string' || ['state', 'status', 'kind', 'type', 'currency', 'actions'].includes(key))
    return value;
  return ['url', 'image', 'avatar'].includes(key) ? 'javascript:alert(1)' : `${EVIL} ${'长'.repeat(300)}`;
}

test.each(TYPICAL.map(([by, content]) => [content.kind, by, content] as const))(
  '%s shows markup and script as words, and links to neither',
  async (_, by, content) => {
    const { item, show } = await stage();
    const { container } = show(item(by, { ...content, body: poison(content.body) } as Content));
    await settle();
    const elements = [...container.querySelectorAll('*')];
    expect(elements.filter(({ localName }) => ['script', 'iframe', 'object', 'style'].includes(localName))).toEqual([]);
    const attributes = elements.flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
    expect(
      attributes.filter(({ name, value }) => ['href', 'src', 'action'].includes(name) && !isSafeUrl(value)),
    ).toEqual([]);
  },
);

const SCRIPT = 'javascript:alert(1)';
const STORED = { url: SCRIPT, bytes: 1, type: 'image/png' };
const SOURCE = { kind: 'answer', label: 'source', url: SCRIPT };
const GOODS = { id: 'p', title: 'Quilt', price: yuan(1), url: SCRIPT, image: SCRIPT };
const LINE = { title: 'Quilt', image: SCRIPT, quantity: 1, price: yuan(1) };
const ORDER = { id: 'o', number: '1', placedAt: 1, status: 'paid', lines: [LINE], total: yuan(1) };
const CHOICES = [{ label: 'a', value: 'b' }];

test.each<[string, object]>([
  ['image', { ...STORED, width: 1, height: 1 }],
  ['voice', { ...STORED, ms: 1 }],
  ['file', STORED],
  ['product', { product: 'p', card: GOODS }],
  ['products', { items: [GOODS] }],
  ['order', { order: 'o', card: ORDER }],
  ['orders', { items: [ORDER] }],
  ['coupon', { title: 'x', code: 'y', url: SCRIPT }],
  ['shipment', { order: 'o', carrier: 'c', number: '1', url: SCRIPT, scans: [] }],
  ['article', { title: 'x', url: SCRIPT, image: SCRIPT }],
  ['text', { text: `[a](${SCRIPT})`, source: SOURCE }],
  ['choices', { text: 'x', options: CHOICES, source: SOURCE }],
  ['sticker', { pack: SCRIPT, name: SCRIPT, url: SCRIPT, alt: 'x' }],
  ['notice', { text: SCRIPT }],
  ['hologram', { text: `<a href="${SCRIPT}">x</a>`, url: SCRIPT }],
])('a body of kind %s that nobody checked on the way brings no script into any attribute', async (kind, body) => {
  const { item, show } = await stage();
  const { container } = show(item('bot', { kind, body } as never));
  await settle();
  const attributes = [...container.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ value }) => value.includes('javascript:')).map(({ name }) => name)).toEqual([]);
});

test('a card whose body does not fit its kind is its words, and so is one that a host draws', async () => {
  const { item, show, registry } = await stage();
  const bad = { kind: 'image', body: { ...STORED, width: 1, height: 1, alt: 'A tear' } } as const;
  expect(show(item('bot', bad)).container.querySelector('img')).toBeNull();
  replace(registry, 'image', 'card', ({ body }) => <a href={body.url}>{body.alt}</a>);
  const { container } = show(item('bot', bad));
  expect(container.querySelector('a')).toBeNull();
  await settle();
  expect(container.textContent).toContain('A tear');
  for (const kind of ['products', 'orders', 'choices', 'form', 'handoff', 'notice', 'text'])
    for (const body of [{}, { items: 4, options: 'x', fields: null, text: {}, state: [] }])
      expect(() => show(item('bot', { kind, body } as never))).not.toThrow();
});

test('a product with an endless name, no picture and nothing in stock keeps its card', async () => {
  const { draw } = await stage();
  const title = '被'.repeat(300);
  const card = { id: 'x', title, price: yuan(0), was: yuan(0), stock: 0 };
  const { getByRole, container } = draw('products', { items: [card] });
  expect(getByRole('button', { name: title }).textContent).toBe(title);
  expect(getByRole('button', { name: `Sold out ${title}` }).getAttribute('aria-disabled')).toBe('true');
  expect(container.querySelector('.c-picture svg')).not.toBeNull();
  expect(container.querySelector('s')).toBeNull();
});

test('a picture that cannot be loaded leaves its place', async () => {
  const { draw } = await stage();
  const { container } = draw('image', {
    url: '/gone.png',
    bytes: 1,
    type: 'image/png',
    width: 10,
    height: 10_000,
    alt: 'A tear',
  });
  // One fresh link is asked for before it is given up.
  for (let tries = 0; tries < 2; tries++) {
    container.querySelector('img')?.dispatchEvent(new Event('error'));
    await settle();
  }
  expect(container.textContent).toContain('A tear');
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelector('.c-picture')).not.toBeNull();
});

test('a card without its goods says what it is about', async () => {
  const { draw } = await stage();
  expect(draw('product', { product: 'sku-1' }, { by: 'shopper' }).container.textContent).toBe('sku-1');
  expect(draw('order', { order: 'o-1' }, { by: 'shopper' }).container.textContent).toBe('o-1');
});
