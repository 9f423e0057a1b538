import type { LaterStrings } from './later/strings.ts';
import type { ShellStrings } from './shell/strings.ts';

export type { CardStrings } from './cards/strings.ts';
export type { LaterStrings } from './later/strings.ts';
export type { Plural } from './plural.ts';
export type { ShellStrings } from './shell/strings.ts';

/** A locale table: every string of the widget by key. `{name}` is a placeholder. */
export type Strings = ShellStrings & LaterStrings;

/** A key of the tables. */
export type StringKey = keyof Strings;
