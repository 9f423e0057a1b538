/** One public variable: `--xiaoer-` and its name. */
export interface Token {
  readonly name: string;
  /** Value where the page sets none; of the light scheme where the scheme makes a difference. */
  readonly light: string;
  /** Where dark has another value, or reads another variable. */
  readonly dark?: string | undefined;
  /** What it colours or sets. */
  readonly sets: string;
}

/** The public variables. `tokens.css` and `late-tokens.css` read exactly these, and `docs/theming.md` lists them from here. */
export const TOKENS: readonly Token[] = [
  { name: 'accent', light: '#1f5c50', dark: '#2c7565', sets: 'launcher, own bubble, main button' },
  { name: 'accent-dark', light: '', dark: '`accent`', sets: 'the accent in dark, where another one suits better' },
  { name: 'on-accent', light: '#ffffff', sets: 'text and icons upon the accent' },
  { name: 'surface', light: '#fffdf8', dark: '', sets: 'panel and cards in light' },
  { name: 'surface-dark', light: '', dark: '#1b1916', sets: 'panel and cards in dark' },
  { name: 'text', light: '#261e14', dark: '', sets: 'text in light; every grey is mixed from it' },
  { name: 'text-dark', light: '', dark: '#ece7de', sets: 'text in dark; every grey is mixed from it' },
  { name: 'highlight', light: '#b03c16', dark: '', sets: 'price, badge, coupon, unread line, stars in light' },
  { name: 'highlight-dark', light: '', dark: '#f0916a', sets: 'the same in dark' },
  { name: 'bubble', light: 'text 6 % in surface', dark: '', sets: "the assistant's and the agent's bubble in light" },
  { name: 'bubble-dark', light: '', dark: 'text 9 % in surface', sets: 'the same in dark' },
  { name: 'header', light: 'surface', sets: 'head of the panel, in both schemes' },
  { name: 'on-header', light: 'text', sets: 'text and icons in the head' },
  { name: 'font', light: 'the system’s own fonts', sets: 'all text' },
  { name: 'font-display', light: '`font`', sets: 'headings and prices' },
  { name: 'font-size', light: '0.9375em', sets: 'messages; 15 px for who has not changed the browser’s size' },
  { name: 'radius', light: '14px', sets: 'all corners: 0.36, 0.58, 1 and 1.3 of it; pills 1.25' },
  { name: 'space', light: '4px', sets: 'unit of the rhythm: 3.5px is dense, 4.4px generous' },
  { name: 'line', light: '1px solid, hairline', sets: 'a whole border; once set, bubbles and panel get it too' },
  { name: 'shadow', light: 'two soft layers and one far', dark: 'a ring and two layers', sets: 'panel, greeting' },
  { name: 'width', light: '392px', sets: 'width of the panel, at most the viewport less 32px' },
  { name: 'height', light: '680px', sets: 'height of the panel, at most the viewport less 112px' },
  { name: 'offset-x', light: '24px', sets: 'distance from the inline edge' },
  { name: 'offset-y', light: '24px', sets: 'distance from the block end' },
];

/** Names for `::part()`, and what they reach. */
export const PARTS: Readonly<Record<string, string>> = {
  launcher: 'the button in the corner',
  badge: 'the unread number on it',
  greeting: 'the few words beside the launcher',
  panel: 'the whole dialog',
  header: 'its head',
  timeline: 'the scrolling conversation',
  'bubble-in': 'a bubble of the house',
  'bubble-out': 'a bubble of the shopper',
  card: 'a card: product, order, form',
  chip: 'a quick reply',
  button: 'a button on a card',
  composer: 'the row with the field',
  send: 'the send button',
  picker: 'the drawer with emoji',
};
