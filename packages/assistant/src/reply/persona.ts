import type { Localized } from '../knowledge/knowledge-source.ts';
import type { Tone } from './templates/wordings.ts';

/** Who speaks for the shop, as the merchant would have it. */
export interface Persona {
  /** 小二 and Xiaoer when absent. */
  readonly name?: Localized | undefined;
  /** Address of a picture. */
  readonly avatar?: string | undefined;
  /** Warm when absent. */
  readonly tone?: Tone | undefined;
  /** Whether a light line may end with an emoji; never to somebody who is upset. */
  readonly emoji?: boolean | undefined;
  /** Whether a greeting, thanks and goodbye may come with a sticker; never to somebody who is upset. */
  readonly stickers?: boolean | undefined;
}

/** What ends a light line. */
const EMOJI: Readonly<Record<string, string>> = { greet: '👋', thanks: '😊', bye: '👋', glad: '🎉' };

/** Which sticker of the pack that every reader has goes with a line. */
const STICKERS: Readonly<Record<string, string>> = { greet: 'coming', thanks: 'heart', bye: 'tea' };

/** A line with its emoji, where it has one. */
export const withEmoji = (line: string, text: string): string => (EMOJI[line] ? `${text} ${EMOJI[line]}` : text);

/** The sticker that goes with a line; undefined for most. */
export const stickerFor = (line: string): string | undefined => STICKERS[line];
