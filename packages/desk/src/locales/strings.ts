import type { EN } from './en.ts';

/** Forms of one sentence by CLDR plural category, chosen by `{n}`. */
export type Forms = { readonly other: string } & Partial<Readonly<Record<'one' | 'two' | 'few' | 'many', string>>>;

/** A key of the desk's tables. */
export type DeskKey = keyof typeof EN;

/** A table of the desk's strings. A sentence with forms in English has forms in every language. */
export type DeskStrings = { readonly [K in DeskKey]: (typeof EN)[K] extends string ? string : Forms };
