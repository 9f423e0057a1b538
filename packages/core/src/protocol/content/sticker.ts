import { isName } from '../ids.ts';
import { type Guard, shape, string } from '../shape.ts';

/** A sticker of a pack that both ends know. `alt` is its name in words. */
export interface StickerBody {
  readonly pack: string;
  readonly sticker: string;
  readonly alt: string;
}

/** Guard of {@link StickerBody}. */
export const isSticker: Guard<StickerBody> = shape<StickerBody>({
  pack: isName,
  sticker: isName,
  alt: string(80, 1),
});
