/**
 * A table of concepts: words of shoppers that mean the same, separated by `|`. A name that starts with `?` is a
 * way of asking and weighs little; `-` is the list of function words, which weigh nothing. A word may stand in
 * several concepts.
 */
export type Concepts = Readonly<Record<string, string>>;
