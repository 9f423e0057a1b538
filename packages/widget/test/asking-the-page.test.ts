// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { askPage } from '../src/state/ask-page.ts';
import { createEvents, type WidgetDomEvent } from '../src/state/events.ts';
import { reported, settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  reported.length = 0;
});

const product = { id: 'duvet', title: 'Duvet', price: { amount: 100, currency: 'CNY' } };
const detail = { product, quantity: 1 };

test('answers of the page, by listener, promise and DOM event', async () => {
  const answers: unknown[] = [];
  const tryOne = async (listen: (events: ReturnType<typeof createEvents>, target: EventTarget) => void) => {
    const target = new EventTarget();
    const events = createEvents(target);
    listen(events, target);
    answers.push(await askPage(events, 'cart:add', detail));
  };
  await tryOne(() => {});
  await tryOne((events) => events.on('cart:add', () => {}));
  await tryOne((events) => events.on('cart:add', async () => ({ ok: false, reason: 'Only 2 left' })));
  await tryOne((events) => events.on('cart:add', () => false));
  await tryOne((events) => events.on('cart:add', () => Promise.reject(new Error('down'))));
  await tryOne((_, target) =>
    target.addEventListener('xiaoer:cart:add', (event) => (event as WidgetDomEvent).respondWith({ ok: true })),
  );
  await tryOne((_, target) => target.addEventListener('xiaoer:cart:add', (event) => event.preventDefault()));
  await tryOne((_, target) => target.addEventListener('xiaoer:cart:add', () => {}));
  expect(answers).toEqual([
    null,
    { ok: true },
    { ok: false, reason: 'Only 2 left' },
    { ok: false },
    { ok: false },
    { ok: true, reason: undefined },
    { ok: true },
    null,
  ]);
});

test('when nobody fills carts here, the card says so', async () => {
  const w = await stage({ open: true });
  w.add(w.of({ kind: 'product', body: { product: 'duvet', card: product } }));
  await settle();
  const heard: unknown[] = [];
  const add = async () => {
    const button = w.all('[part=button]').find((each) => each.textContent?.includes('Add'));
    button?.click();
    await settle();
  };
  await vi.waitFor(() => w.find('[part=button]'), 3000);
  await add();
  expect(w.find('.row').textContent).toContain('The cart cannot be filled from here.');
  w.commands.on('cart:add', (asked) => {
    heard.push(asked);
    return { ok: true };
  });
  await add();
  expect(heard).toEqual([{ product, variant: undefined, quantity: 1 }]);
});

test('a listener that throws harms nobody', () => {
  const target = new EventTarget();
  const events = createEvents(target);
  const seen: string[] = [];
  events.on('unread:changed', () => {
    throw new Error('host');
  });
  events.on('unread:changed', ({ count }) => seen.push(`listener ${count}`));
  target.addEventListener('xiaoer:unread:changed', (event) =>
    seen.push(`event ${(event as WidgetDomEvent<'unread:changed'>).detail.count}`),
  );
  events.emit('unread:changed', { count: 3 });
  expect(seen).toEqual(['listener 3', 'event 3']);
  expect(reported.map(String)).toEqual(['Error: host']);
});
