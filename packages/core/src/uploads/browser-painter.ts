import type { Painter } from './redraw-image.ts';

/**
 * A painter over what a browser has, in a page or a worker: `createImageBitmap` and `OffscreenCanvas` where it draws in
 * two dimensions (Chrome 69, Firefox 105, Safari 16.4). Needs no `blob:` address.
 */
export function browserPainter(page: {
  readonly createImageBitmap: typeof createImageBitmap;
  readonly OffscreenCanvas: typeof OffscreenCanvas;
}): Painter<ImageBitmap> {
  return {
    decode: (bytes, type) =>
      page.createImageBitmap(new Blob([new Uint8Array(bytes)], { type }), { imageOrientation: 'from-image' }),
    async encode(bitmap, width, height, type, quality) {
      const canvas = new page.OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) return undefined;
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, width, height);
      const blob = await canvas.convertToBlob({ type, quality });
      // A type that a browser cannot encode comes as PNG.
      return blob.type === type ? new Uint8Array(await blob.arrayBuffer()) : undefined;
    },
  };
}
