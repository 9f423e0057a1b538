import type { NoticeBody } from '@xiaoer/core/protocol';
import type { RendererProps } from './renderer.ts';

/** A line of the house. */
export function Notice({ body }: RendererProps<NoticeBody>) {
  return (
    <p class="c-line" dir="auto">
      {body.text}
    </p>
  );
}
