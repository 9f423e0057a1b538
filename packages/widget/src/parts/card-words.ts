import type { CardContext } from '../content/card-context.ts';
import type { Shell } from './shell.ts';

/**
 * What the words of the widget may know; the object stays the same, its fields are live. What only cards need is added
 * by `serveCards`, before the first of them is drawn.
 */
export const cardWords = (shellOf: () => Shell): CardContext =>
  ({
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
  }) as Partial<CardContext> as CardContext;
