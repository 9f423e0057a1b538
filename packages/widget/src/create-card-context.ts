import type { CardContext } from './content/card-context.ts';
import type { Shell } from './parts/shell.ts';

/** What the cards of the widget may know and do; the object stays the same, its fields are live. */
export function createCardContext(shellOf: () => Shell): CardContext {
  return {
    reader: 'shopper',
    get locale() {
      return shellOf().words.value.locale;
    },
    get t() {
      return shellOf().words.value.t;
    },
    get format() {
      return shellOf().words.value.format;
    },
    get queue() {
      return shellOf().client.value.queue.value;
    },
    isLatest(item) {
      const newest = shellOf().client.value.messages.value.findLast(
        ({ content }) => content.kind === item.content.kind,
      );
      return newest?.key === item.key;
    },
    act: async (action, item) => (await shellOf().extras.load()).perform(shellOf(), action, item),
  };
}
