import { en as later } from './later/en.ts';
import { en as shell } from './shell/en.ts';
import type { Strings } from './strings.ts';

/** English. */
export const strings: Strings = { ...shell, ...later };
