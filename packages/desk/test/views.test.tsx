// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { drawn, held, id, NOW, press, row, waiting } from './stage.tsx';

const ROWS = [
  waiting('Zhou', 5),
  held('Mei'),
  held('He', { waitingSince: NOW - 61_000 }),
  row('Li'),
  row('Wu', { left: true }),
];

it('shows one view at a time, by key and by press, with what is in each', async () => {
  const { page } = drawn(ROWS);
  const shown = () => [...page.container.querySelectorAll('.row-name')].map((name) => name.textContent).join(' ');
  const bar = screen.getByRole('group', { name: 'What the list shows' });
  expect(bar.textContent).toBe('What the list showsWaiting 1Mine 2All 5Left 1');
  const seen = [shown()];
  for (const key of ['w', 'm', 'l', 'a']) {
    await press('g');
    await press(key);
    seen.push(shown());
  }
  await act(async () => screen.getByRole('button', { name: 'Left 1' }).click());
  seen.push(shown());
  expect(seen).toEqual(['Zhou Mei He Li Wu', 'Zhou', 'Mei He', 'Wu', 'Zhou Mei He Li Wu', 'Wu']);
});

it('takes G alone for nothing, and another key after it for itself', async () => {
  const { desk } = drawn(ROWS);
  expect(await press('g')).toBe(false);
  await press('j');
  expect([desk.selected.value, desk.view.value]).toEqual([id('Zhou'), 'all']);
});

it('goes through what is shown, and through the own by place and bracket', async () => {
  const { desk } = drawn(ROWS);
  const seen: (string | null)[] = [];
  for (const key of ['2', '1', ']', ']', '[', '9']) {
    await press(key);
    seen.push(desk.selected.value);
  }
  expect(seen).toEqual(['He', 'Mei', 'He', 'Mei', 'He', 'He'].map(id));
  await press('g');
  await press('l');
  await press('j');
  expect(desk.selected.value).toBe(id('Wu'));
});

it('runs a clock on an own shopper who has the last word', () => {
  const { page } = drawn(ROWS);
  const late = [...page.container.querySelectorAll('.wait.late')].map((clock) => clock.closest('.row')?.textContent);
  expect(late).toHaveLength(1);
  expect(late[0]).toContain('He');
});
