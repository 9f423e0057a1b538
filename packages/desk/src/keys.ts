import type { DeskKey } from './locales/strings.ts';

/** What a single key may ask for outside fields. */
export type Command =
  | 'next'
  | 'previous'
  | 'take'
  | 'reply'
  | 'note'
  | 'handBack'
  | 'close'
  | 'product'
  | 'details'
  | 'help';

/** One line of the keyboard map. */
export interface KeyLine {
  readonly command: Command;
  /** Values of `KeyboardEvent.key`, lower case. The first is printed on buttons. */
  readonly keys: readonly string[];
  readonly label: DeskKey;
}

/** The keyboard map. Neither Alt nor Control: on many layouts they make letters. */
export const KEY_MAP: readonly KeyLine[] = [
  { command: 'next', keys: ['j', 'arrowdown'], label: 'key.next' },
  { command: 'previous', keys: ['k', 'arrowup'], label: 'key.previous' },
  { command: 'take', keys: ['t'], label: 'key.take' },
  { command: 'reply', keys: ['r'], label: 'key.reply' },
  { command: 'note', keys: ['n'], label: 'key.note' },
  { command: 'product', keys: ['p'], label: 'key.product' },
  { command: 'handBack', keys: ['b'], label: 'key.handBack' },
  { command: 'close', keys: ['e'], label: 'key.close' },
  { command: 'details', keys: ['o'], label: 'key.details' },
  { command: 'help', keys: ['?', '？'], label: 'key.help' },
];

/** Keys inside the composer, for the list of keys. */
export const COMPOSER_KEYS: readonly { readonly keys: readonly string[]; readonly label: DeskKey }[] = [
  { keys: ['enter'], label: 'key.send' },
  { keys: ['shift+enter'], label: 'key.line' },
  { keys: ['escape'], label: 'key.list' },
];

const PRINTED: Readonly<Record<string, string>> = {
  arrowdown: '↓',
  arrowup: '↑',
  enter: '↵',
  'shift+enter': '⇧ ↵',
  escape: 'Esc',
};

/** How a key is printed. */
export const printedKey = (key: string): string => PRINTED[key] ?? key.toUpperCase();

/** The key printed on a command's button. */
export const keyOf = (command: Command): string =>
  printedKey(KEY_MAP.find((line) => line.command === command)?.keys[0] ?? '');

/**
 * True while an input method composes. Safari ends the composition before it tells the Enter that ended it, and
 * marks that key with code 229 only.
 */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const FIELDS = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], dialog';

/** The command of a key press; undefined inside fields and dialogs, while composing and with a modifier. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { target } = event;
  if (target instanceof Element && target.closest(FIELDS)) return undefined;
  const key = event.key.toLowerCase();
  if (event.shiftKey && key !== '?' && key !== '？') return undefined;
  return KEY_MAP.find((line) => line.keys.includes(key))?.command;
}
