import { existsSync, readFileSync } from 'node:fs';
import { fallback } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { SAMPLES } from '../packages/widget/src/content/samples/index.ts';
import { contentKinds } from './content-kinds.mjs';

test('docs/content-kinds.md says what the samples say; npm run pictures makes it anew', () => {
  expect(readFileSync('docs/content-kinds.md', 'utf8')).toBe(contentKinds(SAMPLES, fallback as never));
});

test('every kind has its four pictures', () => {
  const missing = [...new Set(SAMPLES.map(({ kind }) => kind))].flatMap((kind) =>
    ['light', 'dark', 'rtl', '360']
      .map((face) => `docs/pictures/${kind}-${face}.png`)
      .filter((path) => !existsSync(path)),
  );
  expect(missing).toEqual([]);
});
