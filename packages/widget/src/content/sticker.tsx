import type { StickerBody } from '@xiaoer/core/protocol';
import { useEffect, useState } from 'preact/hooks';
import type { RendererProps } from './renderer.ts';
import { isSticker } from './sticker-names.ts';

/**
 * A sticker, drawn where the reader has its pack, and named in the reader's own language. Its name stands as on a wooden
 * plate for stickers of other packs, and where the drawings cannot be had.
 */
export function Sticker({ item, body, context }: RendererProps<StickerBody>) {
  const { pack, sticker, alt } = body;
  const [chunk, setChunk] = useState<typeof import('./sticker-pack.tsx') | 'failed'>();
  const known = isSticker(pack, sticker);
  useEffect(() => {
    if (known) import('./sticker-pack.tsx').then(setChunk, () => setChunk('failed'));
  }, [known]);
  if (!known || chunk === 'failed') {
    return (
      <span class="c-sticker" dir="auto">
        {alt}
      </span>
    );
  }
  return (
    <svg
      class="c-drawn"
      viewBox="0 0 96 96"
      role="img"
      aria-label={context.t(`sticker.${sticker}`)}
      data-fresh={context.isLatest(item)}
    >
      {chunk && <chunk.StickerDrawing name={sticker} />}
    </svg>
  );
}
