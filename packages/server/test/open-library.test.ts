import { expect, test, vi } from 'vitest';

test('the library comes with the first message in a language, others go on meanwhile, and shops share it', async () => {
  // Other tests of this process may have trained it.
  vi.resetModules();
  const { openLibrary } = await import('../src/open-library.ts');
  const failed: string[] = [];
  const library = openLibrary((_level, event) => failed.push(event));
  expect(library.read('en')).toBeUndefined();
  let turns = 0;
  while (!library.read('en') && failed.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    turns++;
  }
  expect(turns).toBeGreaterThan(5);
  expect(library.read('en')?.read('where is my parcel').ranked[0]?.label).toBe('delivery.track');

  const other = openLibrary(() => undefined);
  expect(other.read('en')).toBeUndefined();
  await Promise.resolve();
  await Promise.resolve();
  expect(other.read('en')?.recogniser).toBe(library.read('en')?.recogniser);
  expect(failed).toEqual([]);
});
