/** A text with plural forms: an object of CLDR categories, chosen by `{n}`. */
export type Plural = { readonly other: string } & Partial<
  Readonly<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;
