import type { StickerBody } from '@xiaoer/core/protocol';
import type { RendererProps } from './renderer.ts';

/** A sticker by its name, as on a wooden plate, for readers without its pack. */
export function Sticker({ body }: RendererProps<StickerBody>) {
  return (
    <span class="c-sticker" dir="auto">
      {body.alt}
    </span>
  );
}
