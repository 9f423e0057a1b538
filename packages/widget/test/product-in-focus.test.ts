// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const price = { amount: 89_900, currency: 'CNY' };

test('questions are about the product in focus until it is put away', async () => {
  const w = await stage({ open: true });
  w.commands.update({ focus: { product: 'duvet', title: 'Highland wool duvet', price } });
  await vi.waitFor(() => w.find('.focus'));
  expect(w.find('.focus').textContent).toContain('Asking aboutHighland wool duvet');
  await w.commands.send('Can it be washed?');
  await w.press('.focus button');
  await w.commands.send('And the other?');
  expect(w.all('.focus')).toEqual([]);
  expect(w.calls.filter((call) => call.startsWith('send'))).toEqual([
    'send "text" {"text":"Can it be washed?","about":{"product":"duvet"}}',
    'send "text" {"text":"And the other?"}',
  ]);
});

test('the server is asked for the card only when the panel is open, and only when the page has not told it', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return { ok: true, json: async () => ({ id: 'duvet', title: 'Wool duvet', price }) };
  });
  const w = await stage({ server: 'https://inn.example/', focus: { product: 'du/vet' } });
  expect(asked).toEqual([]);
  w.commands.open();
  await vi.waitFor(() => expect(w.find('.focus b').textContent).toBe('Wool duvet'));
  expect(asked.filter((address) => address.includes('/products/'))).toEqual([
    'https://inn.example/shop/products/du%2Fvet.json?locale=en',
  ]);
});

test('a product that cannot be described has no strip, and questions are still about it', async () => {
  vi.stubGlobal('fetch', async () => ({ ok: true, json: async () => ({ id: 'x', title: '<b>', price: 'free' }) }));
  const w = await stage({ open: true, focus: { product: 'x' } });
  await w.commands.send('hm?');
  await settle();
  expect(w.all('.focus')).toEqual([]);
  expect(w.calls).toContain('send "text" {"text":"hm?","about":{"product":"x"}}');
});

test('update merges: what is not named stays', async () => {
  const w = await stage({ open: true, focus: { product: 'x', title: 'X' } });
  w.commands.update({ label: 'Ask us' });
  await vi.waitFor(() => w.find('.focus'));
  w.commands.update({ focus: null });
  await settle();
  expect(w.all('.focus')).toEqual([]);
  expect(w.find('[part=launcher]').textContent).toBe('Ask us');
});
