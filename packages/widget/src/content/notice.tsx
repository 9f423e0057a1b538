import type { ClosedBody, NoticeBody } from '@xiaoer/core/protocol';
import type { RendererProps } from './renderer.ts';

/** A line of the house. */
export function Notice({ body }: RendererProps<NoticeBody>) {
  return (
    <p class="c-line" dir="auto">
      {body.text}
    </p>
  );
}

/** The end of a conversation, and how to begin another. */
export function Closed({ item, body, context }: RendererProps<ClosedBody>) {
  const date = context.format.date(item.at);
  return <p class="c-line">{context.t(body.reason === 'idle' ? 'closed.idle' : 'closed.line', { date })}</p>;
}
