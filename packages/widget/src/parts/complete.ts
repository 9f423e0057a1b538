import { extend } from './extending/extend.ts';
import { serveCards } from './serve-cards.ts';
import type { Shell } from './shell.ts';

/** What must have happened before the first card is drawn. */
export function complete(shell: Shell): void {
  serveCards(shell);
  extend(shell);
}
