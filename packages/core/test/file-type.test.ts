import { expect, test } from 'vitest';
import { fileType, fitsKind } from '../src/protocol/index.ts';
import { ALLOWED, REFUSED } from './attachment-files.ts';

test.each(ALLOWED)('%s is told from its content', (type, bytes) => {
  expect(fileType(bytes)).toBe(type);
});

test.each(REFUSED)('%s is refused', (_what, bytes) => {
  expect(fileType(bytes)).toBeUndefined();
});

test('no beginning of an allowed file but a text is allowed itself', () => {
  for (const [type, bytes] of ALLOWED)
    for (let length = 1; length < bytes.length; length++) {
      const found = fileType(bytes.subarray(0, length));
      if (found !== undefined && found !== 'text/plain') expect([type, found]).toEqual([found, found]);
    }
});

test('a picture is no voice, and everything is a file', () => {
  expect(fitsKind('image', 'image/png')).toBe(true);
  expect(fitsKind('voice', 'image/png')).toBe(false);
  expect(fitsKind('voice', 'audio/ogg')).toBe(true);
  expect(fitsKind('image', 'application/pdf')).toBe(false);
  expect(fitsKind('file', 'application/pdf')).toBe(true);
});
