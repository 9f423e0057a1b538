import type { TimelineItem } from '@xiaoer/core';

/** What an extension may know and do, as the shopper could. */
export interface Chat {
  /** The language of the words, as it was asked for: `zh-CN`. */
  readonly locale: string;
  /** The product in focus, by id. */
  readonly product: string | undefined;
  /** Says `text` in the shopper's name, about the product in focus. Resolves once it is stored. */
  say(text: string): Promise<void>;
  /**
   * Sends a message of any kind a shopper may send, or of a kind of your own. A body of your own should have a `text`:
   * that is what the desk, mails and screen readers show. Resolves with the message's id.
   */
  send(kind: string, body: object): Promise<string>;
  /** Sends a file; a picture as a picture. A refusal is told above the field. */
  attach(file: File): Promise<void>;
  /** Puts `text` where the cursor is in the field, for the shopper to go on with. */
  insert(text: string): void;
}

/** What an answer to a card says to whoever acts on it. */
export interface ReplyValues {
  readonly value?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** A message, for the one who draws it: the same object from draw to draw, with live fields. */
export interface CardView<Body extends object = object> extends Chat {
  readonly kind: string;
  /** Checked: by the widget for its own kinds, by `fits` for yours. */
  readonly body: Body;
  /** Who and when, whether it is the shopper's own, how it stands, and in `answer` what was pressed on it. */
  readonly item: TimelineItem;
  /** Ends when the card leaves the screen for good: for `addEventListener`, `fetch` and whatever else you began. */
  readonly signal: AbortSignal;
  /** Says `text` in the shopper's name as the answer to this card. Rejects when it could not be kept. */
  reply(text: string, more?: ReplyValues): Promise<void>;
}

/** How one kind of message is drawn by the page. */
export interface OwnCard<Body extends object = object> {
  /** Whether a body is what `draw` expects; what is not is shown as its text. Only for kinds of your own. */
  fits?(body: unknown): body is Body;
  /** `card` (default): the whole width. `bubble`: inside one. `line`: without an author above it. */
  readonly frame?: 'bubble' | 'card' | 'line';
  /**
   * Draws a message, and draws it again when it or the language changes. The element becomes a child of `<xiaoer-chat>`, so
   * your own stylesheets reach it. `before` is what was drawn last: change it and give it back, or make another. What
   * throws, rejects or gives no element is reported, and the text of the message is shown in its place.
   */
  draw(card: CardView<Body>, before: Element | undefined): Element | Promise<Element>;
}

/** Something that can be done from the plus beside the field. */
export interface ComposerAction {
  /** What the menu says: a text, or one for a language. */
  readonly label: string | ((locale: string) => string);
  /** What throws or rejects is reported, and told above the field. */
  run(chat: Chat): unknown;
}

/** Places for something of the page: below the head, above the field, and in the panel before the first message. */
export type SlotName = 'header' | 'composer' | 'empty';

/** What a page adds to the widget. All of it is fetched and drawn after the panel is open, never before. */
export interface Extension {
  /** By kind of message: your own kinds, or the widget's, whose cards yours replace. */
  readonly cards?: Readonly<Record<string, OwnCard>>;
  readonly actions?: readonly ComposerAction[];
  /** An element, or what makes one. The same can be said in HTML: `<p slot="header">` inside `<xiaoer-chat>`. */
  readonly slots?: { readonly [S in SlotName]?: Element | ((chat: Chat) => Element) };
}
