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
  | 'pass'
  | 'replies'
  | 'viewWaiting'
  | 'viewMine'
  | 'viewAll'
  | 'viewLeft'
  | 'previousMine'
  | 'nextMine'
  | 'openMine'
  | 'ticket'
  | 'viewTickets'
  | 'viewNumbers'
  | 'viewShop'
  | 'viewQuality'
  | 'mark'
  | 'search'
  | 'save'
  | 'help';

/** One line of the keyboard map. */
export interface KeyLine {
  readonly command: Command;
  /** Values of `KeyboardEvent.key`, lower case, or two with a space between. The first is printed on buttons. */
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
  { command: 'replies', keys: ['m'], label: 'key.replies' },
  { command: 'pass', keys: ['a'], label: 'key.pass' },
  { command: 'handBack', keys: ['b'], label: 'key.handBack' },
  { command: 'close', keys: ['e'], label: 'key.close' },
  { command: 'ticket', keys: ['c'], label: 'key.ticket' },
  { command: 'details', keys: ['o'], label: 'key.details' },
  { command: 'previousMine', keys: ['['], label: 'key.previousMine' },
  { command: 'nextMine', keys: [']'], label: 'key.nextMine' },
  { command: 'openMine', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], label: 'key.openMine' },
  { command: 'viewWaiting', keys: ['g w'], label: 'key.viewWaiting' },
  { command: 'viewMine', keys: ['g m'], label: 'key.viewMine' },
  { command: 'viewAll', keys: ['g a'], label: 'key.viewAll' },
  { command: 'viewLeft', keys: ['g l'], label: 'key.viewLeft' },
  { command: 'viewTickets', keys: ['g t'], label: 'key.viewTickets' },
  { command: 'viewNumbers', keys: ['g n'], label: 'key.viewNumbers' },
  { command: 'viewShop', keys: ['g s'], label: 'key.viewShop' },
  { command: 'viewQuality', keys: ['g q'], label: 'key.viewQuality' },
  { command: 'mark', keys: ['x'], label: 'key.mark' },
  { command: 'search', keys: ['/'], label: 'key.search' },
  { command: 'save', keys: ['s'], label: 'key.save' },
  { command: 'help', keys: ['?', '？'], label: 'key.help' },
];

/** Keys inside the composer, for the list of keys. */
export const COMPOSER_KEYS: readonly { readonly keys: readonly string[]; readonly label: DeskKey }[] = [
  { keys: ['enter'], label: 'key.send' },
  { keys: ['shift+enter'], label: 'key.line' },
  { keys: ['/'], label: 'key.slash' },
  { keys: ['@'], label: 'key.at' },
  { keys: ['tab'], label: 'key.suggestion' },
  { keys: ['arrowup'], label: 'key.takeBack' },
  { keys: ['escape'], label: 'key.list' },
];

const PRINTED: Readonly<Record<string, string>> = {
  arrowdown: '↓',
  arrowup: '↑',
  enter: '↵',
  tab: 'Tab',
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

/** Keys that wait for another one. */
const FIRST_KEYS = new Set(KEY_MAP.flatMap(({ keys }) => keys.filter((key) => key.includes(' ')).map((key) => key[0])));

/** The first of two keys, where this press is one. */
export const isFirstKey = (event: KeyboardEvent): boolean =>
  pressed(event) !== undefined && FIRST_KEYS.has(event.key.toLowerCase());

/** The key of a press; undefined inside fields and dialogs, while composing and with a modifier. */
function pressed(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { target } = event;
  if (target instanceof Element && target.closest(FIELDS)) return undefined;
  const key = event.key.toLowerCase();
  if (event.shiftKey && key !== '?' && key !== '？') return undefined;
  return key;
}

/** The command of a key press, after the first of two keys where there was one. */
export function commandOf(event: KeyboardEvent, first?: string): Command | undefined {
  const key = pressed(event);
  if (key === undefined) return undefined;
  return KEY_MAP.find((line) => line.keys.includes(first === undefined ? key : `${first} ${key}`))?.command;
}
