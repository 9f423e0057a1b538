import type { ClosedBody } from '@xiaoer/core/protocol';
import { closedWords } from './closed-words.ts';
import type { RendererProps } from './renderer.ts';

/** The end of a conversation, and how to begin another. */
export function Closed({ item, body, context }: RendererProps<ClosedBody>) {
  const date = context.format.date(item.at);
  return <p class="c-line">{context.t(closedWords(body), { date })}</p>;
}
