// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { settle, stage } from './stage.tsx';

test('five stars in words; nothing is sent before one is chosen', async () => {
  const { draw, acts } = await stage();
  const { getByRole, getAllByRole, container } = draw('rating', { state: 'asked' }, { by: 'agent' });
  expect(getByRole('radiogroup', { name: 'How did Lin Yue look after you?' })).toBeTruthy();
  expect(getAllByRole('radio').map((star) => star.getAttribute('aria-label'))).toEqual([
    '1 of 5, bad',
    '2 of 5, poor',
    '3 of 5, fair',
    '4 of 5, good',
    '5 of 5, very good',
  ]);
  fireEvent.click(getByRole('button', { name: 'Send' }));
  await settle();
  expect(acts).toEqual([]);
  fireEvent.click(getByRole('radio', { name: '4 of 5, good' }));
  await settle();
  expect(container.querySelectorAll('[data-on="true"]')).toHaveLength(4);
  fireEvent.click(getByRole('button', { name: 'Send' }));
  await settle();
  expect(acts).toEqual(['send rating {"state":"given","score":4}']);
  expect(container.textContent).toBe('You gave 4 of 5');
});

test('not now takes the question away', async () => {
  const { draw, acts } = await stage();
  const { getByRole, container } = draw('rating', { state: 'asked' });
  fireEvent.click(getByRole('button', { name: 'Not now' }));
  await settle();
  expect([container.textContent, acts]).toEqual(['No rating this time', []]);
});

test('a rating that was given can be changed', async () => {
  const { draw, acts } = await stage();
  const { getByRole, container } = draw('rating', { state: 'given', score: 4 }, { by: 'shopper' });
  expect(container.textContent).toBe('You gave 4 of 5Change');
  fireEvent.click(getByRole('button', { name: 'Change' }));
  await settle();
  expect((getByRole('radio', { name: /^4 of 5/ }) as HTMLInputElement).checked).toBe(true);
  fireEvent.click(getByRole('radio', { name: /^5 of 5/ }));
  await settle();
  fireEvent.click(getByRole('button', { name: 'Send' }));
  await settle();
  expect(acts).toEqual(['send rating {"state":"given","score":5}']);
});

test('an old one rests, and the desk reads it in its own words', async () => {
  const old = await stage({ latest: false });
  const rested = old.draw('rating', { state: 'given', score: 2 }, { by: 'shopper' });
  expect(rested.queryByRole('button')).toBeNull();
  rested.unmount();
  const desk = await stage({ reader: 'desk' });
  const { container } = desk.draw('rating', { state: 'given', score: 2, comment: 'slow' }, { by: 'shopper' });
  expect(container.textContent).toBe('Rated 2 of 5slow');
});
