import { createMemoryLog, LOG_CONTRACT } from '@xiaoer/host/testing';
import { expect, test } from 'vitest';

for (const { name, run } of LOG_CONTRACT) test(`memory log: ${name}`, () => run(createMemoryLog()));

test('the contract notices a log that breaks it', async () => {
  const names: string[] = [];
  for (const { name, run } of LOG_CONTRACT) {
    const log = createMemoryLog();
    const forgetful = { ...log, find: async () => undefined, read: async () => [], openOf: async () => [] };
    await run(forgetful).catch(() => names.push(name));
  }
  expect(names.length).toBeGreaterThan(3);
});

test('the contract notices a log that takes everything', async () => {
  const broken: string[] = [];
  for (const { name, run } of LOG_CONTRACT) {
    const log = createMemoryLog();
    await run({ ...log, insert: async (batches) => batches.map(() => true) }).catch(() => broken.push(name));
  }
  expect(broken.length).toBeGreaterThan(5);
});
