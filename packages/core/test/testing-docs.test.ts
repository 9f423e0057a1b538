import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';

const PAGE = readFileSync(fileURLToPath(new URL('../../../docs/testing.md', import.meta.url)), 'utf8');

/** The examples of the page under the titles that they stand under. */
const EXAMPLES = PAGE.split(/^## /m).flatMap((section) => {
  const title = section.split('\n', 1)[0] ?? '';
  return [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => ({ title, code: code ?? '' }));
});

test('the page has its examples', () => {
  expect(EXAMPLES.map(({ title }) => title)).toEqual([
    'A world that stands still',
    'A server that does what it is told',
    'The contract of a store',
    'Does a server keep the protocol?',
  ]);
});

test.each(EXAMPLES)('the example of docs/testing.md runs: $title', async ({ code }) => {
  const folder = mkdtempSync(fileURLToPath(new URL('./.example-', import.meta.url)));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'example.ts'), code);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => log.mockRestore());
  const example = (await import(join(folder, 'example.ts'))) as Readonly<Record<string, unknown>>;
  for (const value of Object.values(example)) expect(value).toBeTypeOf('function');
});
