// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { order } from './examples.ts';
import { settle, stage } from './stage.tsx';

const clipboard = (writeText: (text: string) => Promise<void>) =>
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });

test('number, status, sum, things and the way as an ordered list', async () => {
  const { draw } = await stage();
  const { getByText, getByRole, container } = draw('order', { order: 'o1', card: order });
  expect(getByText('2207-0418')).toBeTruthy();
  expect(container.querySelector('.c-tag')?.textContent).toBe('On its way');
  expect(container.querySelector('.c-sum')?.textContent).toBe('¥1,1263 items');
  const steps = getByRole('list', { name: 'Where the order is' });
  expect(steps.localName).toBe('ol');
  expect([...steps.children].map((step) => `${step.textContent} ${step.getAttribute('aria-current') ?? ''}`)).toEqual([
    'OrderedNov 12, done ',
    'On its waytoday step',
    'DeliveredNov 21, to come ',
  ]);
});

test('its actions are asked for by name, and the one that was used says so', async () => {
  const { draw, acts } = await stage();
  const { getByRole } = draw('order', { order: 'o1', card: order });
  fireEvent.click(getByRole('button', { name: 'Track' }));
  await settle();
  fireEvent.click(getByRole('button', { name: 'Change address' }));
  await settle();
  expect(acts).toEqual(['order o1 track', 'order o1 address']);
  expect(getByRole('button', { name: 'Change address' }).getAttribute('aria-disabled')).toBe('true');
});

test('the parcel number can be copied, and says so', async () => {
  const copied: string[] = [];
  clipboard(async (text) => void copied.push(text));
  const { draw } = await stage();
  const { getByRole } = draw('order', { order: 'o1', card: order });
  fireEvent.click(getByRole('button', { name: 'Copy parcel number SF1409228103' }));
  await settle();
  expect(copied).toEqual(['SF1409228103']);
  fireEvent.blur(getByRole('button', { name: 'Copied' }));
  await settle();
  expect(getByRole('button', { name: 'Copy parcel number SF1409228103' })).toBeTruthy();
});

test('which order: one is chosen and named, and nothing happens before', async () => {
  const { draw, acts } = await stage();
  const second = { ...order, id: 'o2', number: '2206-1170' };
  const { getByRole, getAllByRole } = draw('orders', { items: [order, second] });
  expect(getByRole('radiogroup', { name: 'Which order is it about?' })).toBeTruthy();
  fireEvent.click(getByRole('button', { name: 'This one' }));
  await settle();
  expect(acts).toEqual([]);
  fireEvent.click(getAllByRole('radio')[1] as Element);
  await settle();
  fireEvent.click(getByRole('button', { name: 'This one' }));
  await settle();
  expect(acts).toEqual(['reply "Order 2206-1170" o2']);
});

test('an answered picker keeps the choice and has no button', async () => {
  const { draw } = await stage();
  const second = { ...order, id: 'o2', number: '2206-1170' };
  const { queryByRole, getAllByRole } = draw('orders', { items: [order, second] }, { answer: 'o2' });
  expect(queryByRole('button', { name: 'This one' })).toBeNull();
  const radios = getAllByRole('radio') as HTMLInputElement[];
  expect(radios.map(({ checked, disabled }) => [checked, disabled])).toEqual([
    [false, true],
    [true, true],
  ]);
});
