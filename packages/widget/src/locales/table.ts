import type { LaterStrings } from './later/strings.ts';
import type { ShellStrings } from './shell/strings.ts';

/** One language: what an open panel needs at once, and the way to everything else. */
export interface Table {
  /** BCP 47, for `lang`. */
  readonly lang: string;
  readonly shell: ShellStrings;
  /** The locale for numbers and times, where what was asked for is none of this language. */
  readonly locale?: string;
  readonly later: () => Promise<{ readonly later: LaterStrings }>;
}

/** Fetches the table that fits a locale best; English where none does. */
export type LoadTable = (locale: string) => Promise<Table>;
