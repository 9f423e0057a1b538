/**
 * Every string of the widget by key: the contract of the locale tables. `{name}` is a placeholder. A value with
 * plural forms is an object of CLDR categories, chosen by `{n}`.
 */
export type Plural = { readonly other: string } & Partial<
  Readonly<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** Keys of the shell: launcher, panel, composer, timeline. */
export interface ShellStrings {
  readonly 'launcher.open': string;
  readonly 'launcher.unread': Plural;
  readonly 'panel.title': string;
  readonly 'panel.assistant': string;
  readonly 'panel.close': string;
  readonly 'composer.placeholder': string;
  readonly 'composer.send': string;
}

/** Keys of the cards. */
export interface CardStrings {
  readonly 'card.add': string;
  readonly 'card.view': string;
}

/** A locale table. */
export type Strings = ShellStrings & CardStrings;

/** A key of the tables. */
export type StringKey = keyof Strings;
