import type { LocalFile } from '@xiaoer/core';
import { previewPicture } from '@xiaoer/core/uploads';
import { useEffect, useRef } from 'preact/hooks';

/** The longest side that is drawn, in pixels: a bubble on a screen of three pixels to one. */
const LONGEST = 1_000;

/** An own picture from the bytes that this device has, before anybody can fetch it. Needs no `blob:` address. */
export function LocalPicture({ file }: { readonly file: LocalFile }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = async () => {
      const bytes = await file.bytes();
      const bitmap = bytes && (await previewPicture(bytes, file.type, { width: LONGEST, height: LONGEST }, globalThis));
      const element = canvas.current;
      if (!bitmap || !element) return;
      element.width = bitmap.width;
      element.height = bitmap.height;
      element.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
    };
    // What cannot be drawn keeps its place, and is drawn when its message is in the log.
    draw().catch(() => {});
  }, [file]);
  return <canvas class="c-local" ref={canvas} />;
}
