import { expect, test } from 'vitest';
import { createWaitEstimate } from '../src/wait-estimate.ts';
import { createFakeEnv } from './fake-env.ts';

test('mean duration ÷ places of all agents × (ahead − free) + 10 s', () => {
  const env = createFakeEnv();
  const estimate = createWaitEstimate(env);
  expect(estimate.of(5, 6, 0)).toBeUndefined();
  estimate.finished(120_000, env.now());
  estimate.finished(240_000, env.now());
  expect(estimate.of(7, 6, 1)).toBe(190_000);
  expect(estimate.of(1, 6, 6)).toBe(10_000);
  expect(estimate.of(1, 0, 0)).toBeUndefined();
});

test('what ended more than an hour ago says nothing', async () => {
  const env = createFakeEnv();
  const estimate = createWaitEstimate(env);
  estimate.finished(60_000, env.now());
  await env.pass(3_600_000);
  expect(estimate.of(1, 1, 0)).toBe(70_000);
  await env.pass(1);
  expect(estimate.of(1, 1, 0)).toBeUndefined();
});
