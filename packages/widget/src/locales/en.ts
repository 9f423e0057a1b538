import { en as cards } from './cards/en.ts';
import { en as shell } from './shell/en.ts';
import type { Strings } from './strings.ts';

/** English. */
export const strings: Strings = { ...shell, ...cards };
