// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { duvet, robe, teapot } from './examples.ts';
import { settle, stage } from './stage.tsx';

const items = [duvet, robe, teapot];

test('a list whose cards say their place, with one card in the tab order', async () => {
  const { draw } = await stage();
  const { getByRole, getAllByRole } = draw('products', { text: 'Three fit.', items });
  expect(getByRole('list', { name: 'Products' })).toBeTruthy();
  expect(getAllByRole('listitem').map((item) => item.getAttribute('aria-label'))).toEqual([
    '1 of 3',
    '2 of 3',
    '3 of 3',
  ]);
  const reach = () =>
    getAllByRole('listitem').map((item) =>
      [...item.querySelectorAll<HTMLElement>('a, button')].map(({ tabIndex }) => tabIndex),
    );
  expect(reach()).toEqual([
    [0, 0, 0],
    [-1, -1, -1],
    [-1, -1, -1],
  ]);
  getByRole('button', { name: 'More about Waffle robe' }).focus();
  await settle();
  expect(reach()).toEqual([
    [-1, -1, -1],
    [0, 0, 0],
    [-1, -1, -1],
  ]);
});

test('arrow keys go to the same button of the next card, Home and End to the ends', async () => {
  const { draw } = await stage();
  const { getByRole } = draw('products', { items });
  getByRole('button', { name: 'Add Highland wool duvet' }).focus();
  await settle();
  const seen: (string | null | undefined)[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home', 'ArrowDown']) {
    fireEvent.keyDown(document.activeElement as Element, { key });
    await settle();
    seen.push(document.activeElement?.textContent);
  }
  expect(seen).toEqual([
    'Add Waffle robe',
    'Sold out Clay teapot',
    'Add Highland wool duvet',
    'Sold out Clay teapot',
    'Add Waffle robe',
    'Add Highland wool duvet',
    'Add Highland wool duvet',
  ]);
});

test('more opens view and ask inside the card; Escape closes it and gives the focus back', async () => {
  const { draw, acts } = await stage();
  const { getByRole, queryByRole } = draw('products', { items });
  const more = getByRole('button', { name: 'More about Highland wool duvet' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(more);
  await settle();
  expect(more.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement?.textContent).toBe('View');
  fireEvent.click(getByRole('button', { name: 'View' }));
  await settle();
  fireEvent.click(getByRole('button', { name: 'Ask about it' }));
  await settle();
  expect(acts).toEqual(['view duvet', 'ask duvet']);
  fireEvent.keyDown(getByRole('button', { name: 'View' }), { key: 'Escape' });
  await settle();
  expect(queryByRole('button', { name: 'View' })).toBeNull();
  expect(document.activeElement).toBe(more);
});

test('adding what has sizes asks for one first', async () => {
  const { draw, acts } = await stage();
  const { getByRole } = draw('products', { items });
  fireEvent.click(getByRole('button', { name: 'Add Waffle robe' }));
  await settle();
  expect(document.activeElement).toBe(getByRole('radio', { name: 'S' }));
  expect(acts).toEqual([]);
  fireEvent.click(getByRole('radio', { name: 'S' }));
  fireEvent.click(getByRole('button', { name: 'Add Waffle robe' }));
  await settle();
  expect(acts).toEqual(['variant robe s', 'cart robe s']);
});

test('a page that refuses to show a product is heard in the card', async () => {
  const { draw } = await stage({ answer: () => ({ ok: false, reason: 'This page has no products.' }) });
  const { getByRole, getByText } = draw('products', { items: [duvet] });
  fireEvent.click(getByRole('link', { name: 'Highland wool duvet' }));
  await settle();
  expect(getByText('This page has no products.')).toBeTruthy();
});
