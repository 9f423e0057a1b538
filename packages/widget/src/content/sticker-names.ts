/** Name of the pack that every reader has. */
export const WAITER = 'waiter';

/** The stickers of the pack {@link WAITER}, in the order of a picker. Their words are `sticker.NAME` in the tables. */
export const STICKERS = [
  'coming',
  'thanks',
  'wait',
  'sorry',
  'ok',
  'look',
  'thinking',
  'found',
  'sent',
  'delivered',
  'bargain',
  'congratulations',
  'tea',
  'heart',
  'tears',
  'closing',
] as const;

/** Name of a sticker. */
export type StickerName = (typeof STICKERS)[number];

/** Whether the pack has it. */
export const isSticker = (pack: string, sticker: string): sticker is StickerName =>
  pack === WAITER && STICKERS.some((name) => name === sticker);
