import { decodePeaks, fitPicture, peaksOf, previewPicture } from '@xiaoer/core/uploads';
import { expect, test } from 'vitest';

test('bars are the loudest sample of equal pieces over all channels, beside the loudest of all', () => {
  const left = Float32Array.of(0, 0.1, -0.5, 0.2, 0, 0);
  const right = Float32Array.of(0.25, 0, 0, 0, 0, -0.125);
  expect(peaksOf([left, right], 3)).toEqual([0.5, 1, 0.25]);
  expect(peaksOf([left], 4)).toEqual([0, 1, 0.4, 0]);
  expect(peaksOf([Float32Array.of(0, 0)], 9)).toEqual([0, 0]);
  expect(peaksOf([], 9)).toEqual([]);
});

test('decoding keeps the bytes of the caller, and tells length and bars', async () => {
  const bytes = Uint8Array.of(1, 2, 3).subarray(1);
  const seen: number[][] = [];
  const peaks = await decodePeaks(
    bytes,
    {
      async decodeAudioData(buffer) {
        seen.push([...new Uint8Array(buffer)]);
        structuredClone(buffer, { transfer: [buffer] });
        return { duration: 2.0004, numberOfChannels: 1, getChannelData: () => Float32Array.of(0.5, -0.25) };
      },
    },
    2,
  );
  expect([peaks, seen, [...bytes]]).toEqual([{ ms: 2_000, bars: [1, 0.5] }, [[2, 3]], [2, 3]]);
});

test('a preview fits its box and is decoded once more only where it is larger', async () => {
  expect(fitPicture(4_000, 1_000, { width: 400, height: 400 })).toEqual({ width: 400, height: 100 });
  expect(fitPicture(10, 4_000, { width: 40, height: 40 })).toEqual({ width: 1, height: 40 });
  const made: unknown[] = [];
  const page = (width: number, height: number) => ({
    createImageBitmap: (async (source: unknown, options: object) => {
      made.push([source instanceof Blob ? source.type : 'bitmap', options]);
      return { width, height, close: () => made.push('close') };
    }) as unknown as typeof createImageBitmap,
  });
  const box = { width: 100, height: 100 };
  await previewPicture(Uint8Array.of(1), 'image/png', box, page(100, 50));
  expect(made.splice(0)).toEqual([['image/png', { imageOrientation: 'from-image' }]]);
  await previewPicture(Uint8Array.of(1), 'image/png', box, page(400, 200));
  expect(made.slice(1)).toEqual([['bitmap', { resizeWidth: 100, resizeHeight: 50, resizeQuality: 'high' }], 'close']);
});
