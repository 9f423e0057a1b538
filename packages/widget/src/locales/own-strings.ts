import type { Lang } from './languages.ts';
import type { Plural } from './plural.ts';
import type { StringKey } from './strings.ts';

type Own = { readonly [K in StringKey]?: string | Plural };

/** A host's own words in place of the widget's: by key for every language, or by language and key for one. */
export type OwnStrings = Own & { readonly [L in Lang]?: Own };
