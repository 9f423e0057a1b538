import { expect, test } from 'vitest';
import { finish } from '../src/finish.ts';
import { calibrateAbstention, canCalibrate, inScopeOf } from '../src/understanding/abstain.ts';
import { fuse, standardise } from '../src/understanding/fuse.ts';
import { scoreLinear, svmSteps } from '../src/understanding/linear-svm.ts';
import { fitLogistic, probability } from '../src/understanding/logistic.ts';
import { buildNeighbours } from '../src/understanding/neighbours.ts';
import { type Example, recogniserSteps, trainRecogniser } from '../src/understanding/recogniser.ts';
import { SIGNALS } from '../src/understanding/signals.ts';
import type { SparseVector } from '../src/understanding/vectoriser.ts';

const unit = (...parts: readonly (readonly [id: number, value: number])[]): SparseVector => {
  const length = Math.hypot(...parts.map(([, value]) => value));
  return {
    ids: Int32Array.from(parts, ([id]) => id),
    values: Float32Array.from(parts, ([, value]) => value / length),
    known: 1,
  };
};

test('the linear model parts what can be parted, and is the same every time', () => {
  const rows = [
    unit([0, 1], [3, 1]),
    unit([0, 1]),
    unit([1, 1], [3, 1]),
    unit([1, 1]),
    unit([2, 1]),
    unit([2, 1], [3, 1]),
  ];
  const labels = [0, 0, 1, 1, 2, 2];
  const train = () => finish(svmSteps(rows, labels, 3, 4, { cost: 10, passes: 50, tolerance: 0.01 }));
  rows.forEach((row, i) => {
    const scores = scoreLinear(train(), row);
    expect(scores.indexOf(Math.max(...scores))).toBe(labels[i]);
    expect(scores[labels[i] as number]).toBeGreaterThan(0.5);
  });
  expect(train()).toEqual(train());
});

test('neighbours: the nearest rows first, those without a shared term never; the middle of the own class is nearest', () => {
  const neighbours = buildNeighbours([unit([0, 1]), unit([0, 1], [1, 1]), unit([2, 1])], [0, 0, 1], 2, 3);
  const found = neighbours.nearest(unit([0, 1]), 5);
  expect(found.map(({ row }) => row)).toEqual([0, 1]);
  expect(found[0]?.cosine).toBeCloseTo(1);
  const [first, second] = neighbours.centroids(unit([2, 1]));
  expect(first).toBe(0);
  expect(second).toBeCloseTo(1);
});

test('fusion: evidence of any scale counts by its weight', () => {
  expect([...standardise(Float32Array.of(1, 1, 1))]).toEqual([0, 0, 0]);
  const big = { scores: Float32Array.of(1000, 0, 0), weight: 1 };
  const small = { scores: Float32Array.of(0, 0.01, 0), weight: 3 };
  const fused = fuse([big, small]);
  expect(fused.indexOf(Math.max(...fused))).toBe(1);
});

test('a logistic learns which signal tells, however few rows hold', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [i % 20 === 0 ? 1 : 0, (i * 7919) % 13]);
  const fitted = fitLogistic(
    rows,
    rows.map(([tells]) => tells === 1),
  );
  expect(probability(fitted, [1, 6])).toBeGreaterThan(0.9);
  expect(probability(fitted, [0, 6])).toBeLessThan(0.1);
});

const PLACES = 'kitchen garden garage cellar attic bedroom hallway office bathroom balcony'.split(' ');
const WAYS = [
  'turn the lights of the PLACE on',
  'lights on in the PLACE please',
  'it is dark in the PLACE',
  'PLACE lamp on',
  'make the PLACE bright',
  'could you light up the PLACE',
];
const examples: readonly Example[] = PLACES.flatMap((place) =>
  WAYS.map((way) => ({ text: way.replace('PLACE', place), label: place })),
);

test('a recogniser knows what it was taught, slips of spelling included, and tells what spoke for it', () => {
  const recogniser = trainRecogniser(examples);
  const said = recogniser.recognise('any chance of light in the bedrom', 3);
  expect(said.ranked.map(({ label }) => label)[0]).toBe('bedroom');
  expect(said.ranked).toHaveLength(3);
  expect(said.nearest?.label).toBe('bedroom');
  expect(said.signals).toHaveLength(SIGNALS.length);
  expect(said.signals.every(Number.isFinite)).toBe(true);
});

test('training can be done in steps, one a class and more, and comes to the same', () => {
  const steps = [...recogniserSteps(examples)];
  expect(steps.length).toBeGreaterThan(PLACES.length);
  const one = finish(recogniserSteps(examples)).recognise('a dark cellar');
  expect(one).toEqual(trainRecogniser(examples).recognise('a dark cellar'));
});

test.each(['', '   ', '😀😀', '\u0000\u0007', 'x'.repeat(10_000), '<b>hi</b>', '无关的话'])(
  'whatever is said, signals are finite: %j',
  (text) => {
    const { ranked, signals } = trainRecogniser(examples).recognise(text);
    expect(ranked.length).toBeGreaterThan(0);
    expect(signals.every(Number.isFinite)).toBe(true);
  },
);

test('abstention is learnt from intents that are hidden: what nobody taught is told from what was', () => {
  expect(canCalibrate(examples)).toBe(true);
  expect(canCalibrate(examples.slice(0, 20))).toBe(false);
  const abstention = calibrateAbstention(examples);
  const recogniser = trainRecogniser(examples);
  const of = (text: string) => inScopeOf(abstention, recogniser.recognise(text, 1).signals);
  expect(of('please make it bright in the garage')).toBeGreaterThan(0.5);
  expect(of('who won the match yesterday')).toBeLessThan(0.5);
});
