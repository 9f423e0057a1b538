import type { CardContext } from '../content/card-context.ts';
import { perform } from './perform.ts';
import type { Shell } from './shell.ts';

/** What the cards of the widget may know and do besides its words. */
export function serveCards(shell: Shell): void {
  const more: Pick<CardContext, 'queue' | 'isLatest' | 'act'> = {
    get queue() {
      return shell.client.value.queue.value;
    },
    isLatest(item) {
      const newest = shell.client.value.messages.value.findLast(({ content }) => content.kind === item.content.kind);
      return newest?.key === item.key;
    },
    act: (action, item) => perform(shell, action, item),
  };
  Object.defineProperties(shell.cards, Object.getOwnPropertyDescriptors(more));
}
