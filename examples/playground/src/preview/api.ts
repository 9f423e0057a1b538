import type { Rgb } from '../contrast.ts';
import type { Colour } from '../pairs.ts';

/** What the preview shows. */
export interface Shown {
  readonly css: string;
  readonly scheme: 'light' | 'dark';
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** A conversation, the empty panel, the launcher alone, or every state of one kind, or of all. */
  readonly view: 'conversation' | 'empty' | 'launcher' | 'all' | `kind:${string}`;
}

/** The colours as they are painted. */
export type Colours = Readonly<Record<Colour, Rgb>>;

/** What the page in a frame answers to. */
export interface Preview {
  /** Shows that, and tells which colours came of it. */
  show(shown: Shown): Promise<Colours>;
}

/** The window of a frame, once its page is there. */
export type PreviewWindow = Window & { readonly preview?: Preview };
