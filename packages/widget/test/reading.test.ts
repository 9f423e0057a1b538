import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFilter } from '../src/parts/reading/drawn-items.ts';
import { createHeights } from '../src/parts/reading/heights.ts';
import { listChange } from '../src/parts/reading/list-change.ts';
import { canRetract } from '../src/parts/reading/row-actions.ts';
import { around, BEYOND, follow, followed, look, MOST } from '../src/parts/reading/windowing.ts';
import { newest, PAGE, type Window } from '../src/parts/window.ts';
import { barsOf } from '../src/parts/writing/record-sound.ts';
import { fakeClient } from './fake-client.ts';

/** The same by adding up, row for row. */
const plainTop = (rows: readonly number[], mean: number, index: number): number =>
  rows.slice(0, index).reduce((top, height) => top + (height || mean), 0);

test('heights: a place is the sum of what is known and of the mean for what is not, whatever was added or went', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('measure' as const), at: fc.nat(2_000), height: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ do: fc.constant('add' as const), count: fc.nat(400) }),
    fc.record({ do: fc.constant('drop' as const), count: fc.nat(400) }),
    fc.record({ do: fc.constant('append' as const), count: fc.nat(400) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(2_000), (steps, at) => {
      const heights = createHeights();
      let rows: number[] = [];
      for (const each of steps) {
        if (each.do === 'measure') {
          heights.measure(each.at, each.height);
          if (each.at < rows.length) rows[each.at] = each.height;
          continue;
        }
        const { count } = each;
        const more = new Array<number>(count).fill(0);
        if (each.do === 'add') rows = [...more, ...rows];
        else if (each.do === 'append') rows = [...rows, ...more];
        else rows = rows.slice(Math.min(count, rows.length));
        const added = each.do === 'add' ? count : each.do === 'drop' ? rows.length - heights.length : 0;
        heights.fit(added, rows.length);
      }
      expect(heights.length).toBe(rows.length);
      const index = Math.min(at, rows.length);
      expect(heights.top(index)).toBeCloseTo(plainTop(rows, 64, index), 3);
      // The row at a distance is the one that begins there or before, and ends behind.
      if (rows.length > 0) {
        const distance = heights.top(index) + 0.5;
        const found = heights.at(distance);
        if (found < rows.length - 1) {
          expect(heights.top(found)).toBeLessThanOrEqual(distance);
          expect(heights.top(found + 1)).toBeGreaterThan(distance);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('heights: the mean is taken over again only when twice as much is known', () => {
  const heights = createHeights();
  heights.fit(0, 1_000);
  expect(heights.level()).toBe(false);
  for (let n = 0; n < 10; n++) heights.measure(n, 100);
  expect([heights.level(), heights.top(1_000)]).toEqual([true, 100_000]);
  for (let n = 10; n < 19; n++) heights.measure(n, 200);
  expect(heights.level()).toBe(false);
  heights.measure(19, 200);
  expect([heights.level(), heights.top(1_000)]).toEqual([true, 150_000]);
});

test('the window stays small whatever is read, and has what is in sight', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), fc.integer({ min: 20, max: 900 }), (length, at, row) => {
      const heights = createHeights();
      heights.fit(0, length);
      for (let n = 0; n < length; n++) heights.measure(n, row);
      const top = at % (length * row);
      const window = look(newest(length), { top, height: 600 }, heights);
      expect(window.end - window.start).toBeLessThanOrEqual(MOST);
      expect(window.start).toBeLessThanOrEqual(heights.at(top));
      expect(window.end).toBeGreaterThan(heights.at(Math.min(top + 600, length * row - 1)));
    }),
  );
});

test('a scroll within what is drawn changes nothing; one beyond it moves the window', () => {
  const heights = createHeights();
  heights.fit(0, 1_000);
  for (let n = 0; n < 1_000; n++) heights.measure(n, 50);
  const first = look(newest(1_000), { top: 20_000, height: 600 }, heights);
  expect(first).toEqual({ start: 400 - BEYOND / 50, end: 413 + BEYOND / 50 });
  expect(look(first, { top: 20_300, height: 600 }, heights)).toBe(first);
  expect(look(first, { top: 21_000, height: 600 }, heights)).toEqual({ start: 400, end: 453 });
});

test('the window follows the end, and elsewhere stays with what is read', () => {
  const steps: [string, Window][] = [
    ['one comes, at the end', follow({ start: 40, end: 100 }, 101, 0, true)],
    ['one comes, further up', follow({ start: 0, end: 60 }, 101, 0, false)],
    ['100 older ones, further up', follow({ start: 0, end: 60 }, 200, 100, false)],
    ['400 go at the beginning, at the end', follow({ start: 440, end: 500 }, 100, -400, true)],
    ['what was read is gone', follow({ start: 0, end: 60 }, 100, -400, false)],
    ['a day of work at the end', follow({ start: 0, end: 160 }, 161, 0, true)],
    ['round one', around(500, 1_000)],
    ['round the first', around(0, 1_000)],
  ];
  expect(steps.map(([name, { start, end }]) => `${name}: ${start} to ${end}`)).toEqual([
    'one comes, at the end: 40 to 101',
    'one comes, further up: 0 to 60',
    '100 older ones, further up: 100 to 160',
    '400 go at the beginning, at the end: 40 to 100',
    'what was read is gone: 40 to 100',
    `a day of work at the end: ${161 - PAGE} to 161`,
    'round one: 470 to 530',
    'round the first: 0 to 30',
  ]);
});

test('a long message is followed to its beginning, and further only by who went on or asked', () => {
  const to = (end: number, at: number, wanted = false) => followed({ end, begin: 500, at, wanted });
  expect([to(480, 400), to(600, 480), to(900, 500), to(900, 620), to(900, 300, true)]).toEqual([
    480, 500, 500, 900, 900,
  ]);
});

test('what has changed in a list is told by its first and last rows', () => {
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => ({ key: `${from + n}` }));
  expect([
    listChange([], rows(0, 3)),
    listChange(rows(0, 3), rows(0, 5)),
    listChange(rows(0, 3), rows(-10, 3)),
    listChange(rows(0, 3), rows(-10, 4)),
    listChange(rows(0, 30), rows(10, 30)),
    listChange(rows(0, 3), rows(50, 60)),
    listChange(rows(0, 3), []),
  ]).toEqual([
    null,
    { added: 0, arrived: 2 },
    { added: 10, arrived: 0 },
    { added: 10, arrived: 1 },
    { added: -10, arrived: 0 },
    null,
    null,
  ]);
});

test('a filter tests a row once, copies nothing while all pass, and gives what a plain one gives', () => {
  let tests = 0;
  const few = (row: { n: number }) => {
    tests++;
    return row.n % 10 !== 9;
  };
  const filter = createFilter(few);
  const rows = Array.from({ length: 9 }, (_, n) => ({ n }));
  expect([filter(rows) === rows, tests]).toEqual([true, 9]);
  const more = [...rows, { n: 10 }];
  expect([filter(more) === more, filter(more) === more, tests]).toEqual([true, true, 10]);
  const dropping = [...more, { n: 19 }, { n: 20 }];
  expect([
    filter(dropping)
      .map(({ n }) => n)
      .slice(-2),
    tests,
  ]).toEqual([[10, 20], 12]);
  const behind = [...dropping, { n: 21 }];
  expect([filter(behind).length, tests]).toEqual([12, 13]);
  // The same rows in another list are the same list, of which nothing is drawn again.
  expect([filter([...behind]) === filter(behind), tests]).toEqual([true, 13]);
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(40), { maxLength: 30 }), { maxLength: 8 }), (lists) => {
      const one = createFilter(few);
      const made = new Map<number, { n: number }>();
      for (const list of lists) {
        const wanted = list.map((n) => made.get(n) ?? made.set(n, { n }).get(n) ?? { n });
        expect(one(wanted)).toEqual(wanted.filter(few));
      }
    }),
  );
});

test('own words can be taken back for two minutes; what has not left at any time, what has failed is deleted', () => {
  const { me, bot } = fakeClient();
  const now = Date.now();
  const own = (status: 'sent' | 'queued' | 'failed', ago: number) =>
    canRetract(me('x', { status, at: now - ago }), now);
  expect([
    own('sent', 119_000),
    own('sent', 121_000),
    own('queued', 9_000_000),
    own('failed', 0),
    canRetract(bot('y'), now),
    canRetract(me('x', { retracted: true }), now),
  ]).toEqual([true, false, true, false, false, false]);
});

test('the bars of a recording are the loudest of their stretch, the loudest of all is 1', () => {
  expect(barsOf([0.1, 0.2, 0.4, 0.1], 2)).toEqual([0.5, 1]);
  expect(barsOf([0.2, 0.4], 40)).toEqual([0.5, 1]);
  expect(barsOf([], 40)).toEqual([]);
});
