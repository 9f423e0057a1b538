import { expect, test } from 'vitest';
import { fitPicture, type Painter, redrawImage } from '../src/uploads/index.ts';

/** A painter that writes down what it is asked, and encodes by table. */
function painter(size: { width: number; height: number }, encodes: Record<string, number>) {
  const said: string[] = [];
  const fake: Painter<{ width: number; height: number; close(): void }> = {
    decode: async (bytes, type) => {
      said.push(`decode ${type}`);
      if (bytes.length === 0) throw new Error('no picture');
      return { ...size, close: () => said.push('close') };
    },
    encode: async (_bitmap, width, height, type) => {
      said.push(`${type} ${width}×${height}`);
      const length = encodes[type];
      return length === undefined ? undefined : new Uint8Array(length);
    },
  };
  return { fake, said };
}

test('no side is longer than 2,048 pixels, nothing grows, and a hair stays a pixel', () => {
  expect(fitPicture(4_096, 3_072)).toEqual({ width: 2_048, height: 1_536 });
  expect(fitPicture(3_000, 6_000)).toEqual({ width: 1_024, height: 2_048 });
  expect(fitPicture(2_048, 10)).toEqual({ width: 2_048, height: 10 });
  expect(fitPicture(30_000, 1)).toEqual({ width: 2_048, height: 1 });
});

test('a photo stays a JPEG, what may be transparent becomes the smaller of PNG and WebP', async () => {
  const photo = painter({ width: 4_000, height: 3_000 }, { 'image/jpeg': 9 });
  expect(await redrawImage(new Uint8Array(1), 'image/jpeg', photo.fake)).toMatchObject({ width: 2_048, height: 1_536 });
  expect(photo.said).toEqual(['decode image/jpeg', 'image/jpeg 2048×1536', 'close']);
  const gif = painter({ width: 8, height: 8 }, { 'image/png': 30, 'image/webp': 20 });
  expect((await redrawImage(new Uint8Array(1), 'image/gif', gif.fake)).bytes.length).toBe(20);
  const safari = painter({ width: 8, height: 8 }, { 'image/png': 30 });
  expect((await redrawImage(new Uint8Array(1), 'image/webp', safari.fake)).bytes.length).toBe(30);
});

test('what cannot be read or drawn is refused, and the bitmap is let go', async () => {
  const broken = painter({ width: 8, height: 8 }, {});
  await expect(redrawImage(new Uint8Array(), 'image/png', broken.fake)).rejects.toThrow('picture-unreadable');
  await expect(redrawImage(new Uint8Array(1), 'image/png', broken.fake)).rejects.toThrow('picture-unreadable');
  expect(broken.said.at(-1)).toBe('close');
});
