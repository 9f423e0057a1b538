// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { settle, stage } from './stage.tsx';

const body = {
  text: 'Which one?',
  options: [
    { label: 'Return window', value: 'return' },
    { label: 'Exchange size', value: 'exchange' },
    { label: 'Something else', value: 'else' },
  ],
};

test('a pressed chip says its label, with its value for the bot', async () => {
  const { draw, acts } = await stage();
  const { getByRole } = draw('choices', body);
  fireEvent.click(getByRole('button', { name: 'Exchange size' }));
  await settle();
  expect(acts).toEqual(['reply "Exchange size" exchange']);
});

test('one tab stop, arrow keys, Home and End', async () => {
  const { draw } = await stage();
  const { getByRole, getAllByRole } = draw('choices', body);
  const bar = getByRole('toolbar', { name: 'Quick replies' });
  const stops = () => getAllByRole('button').map((chip) => (chip as HTMLElement).tabIndex);
  expect(stops()).toEqual([0, -1, -1]);
  const seen: (string | null)[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home', 'x']) {
    fireEvent.keyDown(bar, { key });
    await settle();
    seen.push(document.activeElement?.textContent ?? null);
  }
  expect(seen).toEqual([
    'Exchange size',
    'Something else',
    'Return window',
    'Something else',
    'Exchange size',
    'Return window',
    'Return window',
  ]);
  expect(stops()).toEqual([0, -1, -1]);
});

test('right to left, the arrows turn round', async () => {
  const { draw } = await stage();
  const { getByRole } = draw('choices', body);
  const bar = getByRole('toolbar');
  bar.style.direction = 'rtl';
  fireEvent.keyDown(bar, { key: 'ArrowLeft' });
  await settle();
  expect(document.activeElement?.textContent).toBe('Exchange size');
});

test('once answered the chosen one is marked, and none can be pressed or reached', async () => {
  const { draw, acts } = await stage();
  const { getAllByRole } = draw('choices', body, { answer: 'exchange' });
  const chips = getAllByRole('button') as HTMLElement[];
  for (const chip of chips) fireEvent.click(chip);
  await settle();
  expect(acts).toEqual([]);
  expect(chips.map((chip) => [chip.tabIndex, chip.getAttribute('aria-pressed'), !!chip.querySelector('svg')])).toEqual([
    [-1, 'false', false],
    [-1, 'true', true],
    [-1, 'false', false],
  ]);
});

test('answered in other words, no chip is marked', async () => {
  const { draw } = await stage();
  const { getAllByRole } = draw('choices', body, { answer: '' });
  expect(getAllByRole('button').map((chip) => chip.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false']);
});

test('a reply that does not leave is said, and can be tried again', async () => {
  let tries = 0;
  const { draw, acts } = await stage({
    answer: () => {
      tries += 1;
      if (tries === 1) throw new Error('outbox-full');
      return { ok: true };
    },
  });
  const { getByRole, getAllByRole } = draw('choices', body);
  const press = () => fireEvent.click(getByRole('button', { name: 'Return window' }));
  press();
  press();
  await settle();
  expect(getAllByRole('status').map((line) => line.textContent)).toEqual(['That did not go out. Try once more.']);
  press();
  await settle();
  expect(acts).toHaveLength(2);
  expect(getByRole('status').textContent).toBe('');
});
