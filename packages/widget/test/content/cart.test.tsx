// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { CardOutcome } from '../../src/content/card-context.ts';
import { duvet, robe, teapot } from './examples.ts';
import { settle, stage } from './stage.tsx';

test('working, in the cart, and one more', async () => {
  let done: (outcome: CardOutcome) => void = () => {};
  const { draw, acts } = await stage({
    answer: () =>
      new Promise((resolve) => {
        done = resolve;
      }),
  });
  const { getByRole } = draw('product', { product: 'duvet', card: duvet });
  const button = getByRole('button', { name: /Highland wool duvet$/ });
  const says = () => `${button.textContent} ${button.getAttribute('aria-disabled') ?? ''}`.trim();
  const seen = [says()];
  fireEvent.click(button);
  await settle();
  seen.push(says());
  fireEvent.click(button);
  done({ ok: true });
  await settle();
  seen.push(says());
  fireEvent.click(button);
  done({ ok: true });
  await settle();
  seen.push(says());
  expect(seen).toEqual([
    'Add to cart Highland wool duvet',
    'Adding Highland wool duvet true',
    'In cart, 1 Highland wool duvet',
    'In cart, 2 Highland wool duvet',
  ]);
  expect(acts).toEqual(['cart duvet', 'cart duvet']);
});

test.each([
  ['the reason of the shop', { ok: false, reason: 'Only 2 left in this size.' }, 'Only 2 left in this size.'],
  ['a general sentence', { ok: false }, 'The shop did not take it. Try again in a moment.'],
])('a refusal is said below with %s', async (_, outcome, said) => {
  const { draw } = await stage({ answer: () => outcome });
  const { getByRole } = draw('product', { product: 'duvet', card: duvet });
  fireEvent.click(getByRole('button', { name: /^Add to cart/ }));
  await settle();
  expect(getByRole('status').textContent).toBe(said);
  expect(getByRole('button', { name: /^Add to cart/ }).getAttribute('aria-disabled')).toBeNull();
});

test('what is sold out cannot be added', async () => {
  const { draw, acts } = await stage();
  const { getByRole } = draw('product', { product: 'teapot', card: teapot });
  fireEvent.click(getByRole('button', { name: 'Sold out Clay teapot' }));
  await settle();
  expect(acts).toEqual([]);
});

test('a size has to be chosen first; its price is shown, and it goes along', async () => {
  const { draw, acts } = await stage();
  const { getByRole, getAllByRole, container } = draw('product', { product: 'robe', card: robe });
  fireEvent.click(getByRole('button', { name: /^Add to cart/ }));
  await settle();
  expect(getByRole('status').textContent).toBe('Choose an option first');
  expect(getByRole('radiogroup', { name: 'Options' })).toBeTruthy();
  expect(getAllByRole('radio').map((radio) => (radio as HTMLInputElement).disabled)).toEqual([false, false, true]);
  fireEvent.click(getByRole('radio', { name: 'M' }));
  await settle();
  expect(container.querySelector('.c-price')?.textContent).toBe('¥339');
  fireEvent.click(getByRole('button', { name: /^Add to cart/ }));
  await settle();
  expect(acts).toEqual(['variant robe m', 'cart robe m']);
  expect(getByRole('status').textContent).toBe('');
});

test('where only one size is left, it is the one', async () => {
  const { draw, acts } = await stage();
  const variants = [
    { id: 's', label: 'S', stock: 0 },
    { id: 'm', label: 'M', stock: 2 },
  ];
  const { getByRole, getByText } = draw('product', { product: 'robe', card: { ...robe, variants } });
  expect(getByText('Only 2 left')).toBeTruthy();
  fireEvent.click(getByRole('button', { name: /^Add to cart/ }));
  await settle();
  expect(acts).toEqual(['cart robe m']);
});

test('the name opens the product, and asking puts it above the field', async () => {
  const { draw, acts } = await stage();
  const { getByRole } = draw('product', { product: 'duvet', card: duvet });
  const link = getByRole('link', { name: 'Highland wool duvet' });
  expect(link.getAttribute('href')).toBe('/p/duvet');
  expect(fireEvent.click(link)).toBe(false);
  await settle();
  fireEvent.click(getByRole('button', { name: 'Ask about it' }));
  await settle();
  expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
  expect(acts).toEqual(['view duvet', 'ask duvet']);
});

test('the earlier price has a name, and small sign and decimals', async () => {
  const { draw } = await stage();
  const { container } = draw('product', {
    product: 'duvet',
    card: { ...duvet, price: { amount: 89_950, currency: 'CNY' } },
  });
  expect(container.querySelector('s')?.textContent).toBe('Before: ¥1,099');
  expect([...container.querySelectorAll('.c-price small')].map((part) => part.textContent)).toEqual(['¥', '.', '50']);
});

test('a page that refuses a variant gets it back, with its reason', async () => {
  const { draw } = await stage({
    answer: ({ do: what }) => (what === 'variant' ? { ok: false, reason: 'M is reserved.' } : { ok: true }),
  });
  const { getByLabelText, container } = draw('product', { product: 'robe', card: robe });
  fireEvent.click(getByLabelText('M'));
  await settle();
  expect(container.textContent).toContain('M is reserved.');
  expect((getByLabelText('M') as HTMLInputElement).checked).toBe(false);
});
