import { expect, test } from 'vitest';
import { type Drag, restOf } from '../src/parts/sheet/rest-of.ts';
import { speedometer } from '../src/parts/sheet/speedometer.ts';

const rest = (from: Drag['from'], moved: number, speed = 0) => restOf({ from, moved, speed, height: 600 });

test('most of the screen: a third further up it is full, a third of it down it is gone, less it stays', () => {
  expect([-80, -60, 0, 200, 220].map((moved) => rest('half', moved))).toEqual([
    'full',
    'half',
    'half',
    'half',
    'closed',
  ]);
});

test('all of the screen: down a little it is most of it, down far it is gone', () => {
  expect([-50, 60, 80, 200, 220].map((moved) => rest('full', moved))).toEqual([
    'full',
    'full',
    'half',
    'half',
    'closed',
  ]);
});

test('a flick goes on in its direction, one step; a throw closes from anywhere', () => {
  expect([
    rest('half', 20, 0.6),
    rest('half', -20, -0.6),
    rest('full', 20, 0.6),
    rest('full', 20, 1.6),
    // Drawn down, and thrown back up.
    rest('full', 150, -0.6),
  ]).toEqual(['closed', 'full', 'half', 'closed', 'full']);
});

test('only the last moments tell how fast: not a quick beginning, and not who waits before letting go', () => {
  const meter = speedometer();
  expect(meter.speed(0)).toBe(0);
  for (const [at, y] of [
    [0, 100],
    [10, 300],
    [200, 310],
    [250, 320],
    [280, 330],
  ] as const)
    meter.note(at, y);
  expect(meter.speed(280)).toBeCloseTo(20 / 80);
  expect(meter.speed(500)).toBe(0);
});
