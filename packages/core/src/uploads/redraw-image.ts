import { ChatError } from '../env/chat-error.ts';
import { type FileType, PICTURE_SIDE } from '../protocol/index.ts';

/** A decoded picture: its pixels stand upright. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  close(): void;
}

/** What a page can do with pictures, so that this file knows no DOM. */
export interface Painter<B extends Bitmap> {
  /** `createImageBitmap(blob, { imageOrientation: 'from-image' })`: turned as the camera was held. */
  decode(bytes: Uint8Array, type: FileType): Promise<B>;
  /** Draws into a canvas of that size and encodes it; undefined when this type cannot be encoded. */
  encode(bitmap: B, width: number, height: number, type: FileType, quality: number): Promise<Uint8Array | undefined>;
}

/** A picture as it is sent. */
export interface Redrawn {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Quality of what loses detail: no difference is seen beside the original on a screen. */
const QUALITY = 0.85;

const LARGEST = { width: PICTURE_SIDE, height: PICTURE_SIDE };

/** The same proportions within a box, {@link PICTURE_SIDE} pixels a side by default; never larger, never less than one pixel. */
export function fitPicture(
  width: number,
  height: number,
  box: { readonly width: number; readonly height: number } = LARGEST,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Draws a picture anew, so that no metadata leaves the device: no place, no camera, no thumbnail of what was cropped.
 * What may be transparent (PNG, WebP, GIF) becomes PNG, or WebP where that is smaller; a JPEG stays one. Of an animation
 * the first picture is kept.
 * @throws ChatError `picture-unreadable` when it cannot be decoded or encoded here.
 */
export async function redrawImage<B extends Bitmap>(
  bytes: Uint8Array,
  type: FileType,
  painter: Painter<B>,
): Promise<Redrawn> {
  let bitmap: B;
  try {
    bitmap = await painter.decode(bytes, type);
  } catch (error) {
    throw new ChatError('picture-unreadable', error);
  }
  try {
    const { width, height } = fitPicture(bitmap.width, bitmap.height);
    const types: readonly FileType[] = type === 'image/jpeg' ? [type] : ['image/png', 'image/webp'];
    let best: Uint8Array | undefined;
    for (const wanted of types) {
      const drawn = await painter.encode(bitmap, width, height, wanted, QUALITY);
      if (drawn && (!best || drawn.length < best.length)) best = drawn;
    }
    if (!best) throw new Error(`${type} could not be encoded`);
    return { bytes: best, width, height };
  } catch (error) {
    throw new ChatError('picture-unreadable', error);
  } finally {
    bitmap.close();
  }
}
