import type { FileType } from '../protocol/index.ts';
import { fitPicture } from './redraw-image.ts';

/**
 * Decodes a picture for showing, upright and no larger than `box` (in device pixels), to be drawn into a canvas: it needs
 * no `blob:` address. Close it when it is no longer shown. Rejects where the browser cannot decode it.
 */
export async function previewPicture(
  bytes: Uint8Array,
  type: FileType,
  box: { readonly width: number; readonly height: number },
  page: { readonly createImageBitmap: typeof createImageBitmap },
): Promise<ImageBitmap> {
  const blob = new Blob([new Uint8Array(bytes)], { type });
  const whole = await page.createImageBitmap(blob, { imageOrientation: 'from-image' });
  const { width, height } = fitPicture(whole.width, whole.height, box);
  if (width === whole.width && height === whole.height) return whole;
  try {
    return await page.createImageBitmap(whole, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  } finally {
    whole.close();
  }
}
