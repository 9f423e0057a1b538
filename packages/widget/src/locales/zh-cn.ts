import { later } from './later/zh-cn.ts';
import { shell } from './shell/zh-cn.ts';
import type { Strings } from './strings.ts';

/** Simplified Chinese. */
export const strings: Strings = { ...shell, ...later };
