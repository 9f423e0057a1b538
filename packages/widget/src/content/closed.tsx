import type { ClosedBody } from '@xiaoer/core/protocol';
import type { RendererProps } from './renderer.ts';

/** The end of a conversation, and how to begin another. */
export function Closed({ item, body, context }: RendererProps<ClosedBody>) {
  const date = context.format.date(item.at);
  const words = { idle: 'closed.idle', moved: 'closed.moved', agent: 'closed.line', shopper: 'closed.line' } as const;
  return <p class="c-line">{context.t(words[body.reason ?? 'agent'], { date })}</p>;
}
