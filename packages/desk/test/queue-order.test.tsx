// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { neighbour, sectionsOf } from '../src/inbox/sections.ts';
import { ME } from './fake-client.ts';
import { drawn, held, id, NOW, row, waiting } from './stage.tsx';

it('puts the queue in the order of the house, and everybody else where they belong', () => {
  const sections = sectionsOf(
    [
      waiting('second', 90, { position: 2 }),
      waiting('first', 12, { position: 1 }),
      waiting('unplaced-late', 5),
      waiting('unplaced-early', 40),
      held('old', { last: { at: NOW - 9000, role: 'agent', text: 'a' } }),
      held('new', { last: { at: NOW - 1000, role: 'shopper', text: 'b' } }),
      row('theirs', { mode: 'agent', agent: { id: 'agent-zhao', name: 'Zhao' } }),
      row('bot'),
      row('over', { mode: 'closed' }),
      row('note', { mode: 'closed', left: true }),
    ],
    ME.id,
  );
  expect(sections.map(({ name, rows }) => `${name}: ${rows.map(({ shopper }) => shopper.name).join(' ')}`)).toEqual([
    'waiting: first second unplaced-early unplaced-late',
    'mine: new old',
    'colleagues: theirs',
    'bot: bot',
    'left: note',
  ]);
});

it('walks through all sections and stays at the ends', () => {
  const sections = sectionsOf([waiting('a', 5), held('b'), row('c')], ME.id);
  const walk = [null, id('a'), id('b'), id('c')].map((from) => neighbour(sections, from, 1)?.shopper.name);
  expect(walk).toEqual(['a', 'b', 'c', 'c']);
  expect(neighbour(sections, id('a'), -1)?.shopper.name).toBe('a');
});

it('turns the clock late at one minute, by icon, word and class', async () => {
  const { page } = drawn([waiting('Zhou', 58)]);
  const shown = () => {
    const clock = page.container.querySelector('.wait');
    return `${clock?.className}: ${clock?.textContent}`;
  };
  const seen = [shown()];
  for (let second = 0; second < 3; second++) {
    await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
    seen.push(shown());
  }
  expect(seen).toEqual([
    'wait: waiting 0:580:58',
    'wait: waiting 0:590:59',
    'wait late: waiting 1:001:00late',
    'wait late: waiting 1:011:01late',
  ]);
});

it('tells the waiting count in the title, and a new name in the live region', async () => {
  const { page, inbox } = drawn([waiting('Zhou', 5)]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(10)));
  const region = page.container.querySelector('[aria-live]');
  const seen = [`${document.title} | ${region?.textContent}`];
  await act(async () => {
    inbox.value = [...inbox.value, waiting('Amira', 0)];
  });
  seen.push(`${document.title} | ${region?.textContent}`);
  expect(seen).toEqual(['(1) waiting, desk | ', '(2) waiting, desk | Amira asks for a person. 2 are waiting.']);
});
