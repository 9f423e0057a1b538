import { later } from './later/en.ts';
import { shell } from './shell/en.ts';
import type { Strings } from './strings.ts';

/** English. */
export const strings: Strings = { ...shell, ...later };
