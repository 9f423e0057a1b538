import { ChatError } from './chat-error.ts';

/**
 * A part of the client that is fetched at its first need. One that cannot be fetched is refused, and asked for again
 * at the next need.
 */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | undefined;
  return () => {
    part ??= load().catch((cause) => {
      part = undefined;
      throw new ChatError('not-loaded', cause);
    });
    return part;
  };
}
