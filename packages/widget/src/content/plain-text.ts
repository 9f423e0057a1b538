import type { Content } from '@xiaoer/core/protocol';

/** The words in a body, where it has some. */
export function ownText({ body }: Content): string {
  const { text } = body as { readonly text?: unknown };
  return typeof text === 'string' ? text : '';
}

/**
 * A message in plain text, for readers and ears that cannot have its card. How cards are told comes with a chunk of its
 * own; without it, the words in the body.
 */
export async function plainText(content: Content): Promise<string> {
  if (content.kind === 'text' || content.kind === 'notice') return ownText(content);
  return import('./in-words.ts').then(
    ({ inWords }) => inWords(content),
    () => ownText(content),
  );
}
