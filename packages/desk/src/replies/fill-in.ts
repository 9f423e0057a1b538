/** What a saved reply may speak of. */
export interface ReplyValues {
  readonly shopper?: string | undefined;
  readonly agent?: string | undefined;
  readonly shop?: string | undefined;
  readonly order?: string | undefined;
  readonly product?: string | undefined;
}

/** A sentence stands without these, and without the space before them; without the others it says nothing. */
const MAY_BE_MISSING = new Set(['shopper', 'agent', 'shop']);
const PLACE = /([ \u00a0]?)\{(shopper|agent|shop|order|product)\}/g;
const BLANK = /\{(order|product)\}/g;

/**
 * A saved reply with everything filled in that is known. Who has no name is not named; an order or a product that is not
 * known stays a blank, which must be filled before it can be sent.
 */
export const fillIn = (text: string, values: ReplyValues): string =>
  text.replace(PLACE, (whole, space: string, name: keyof ReplyValues) => {
    const value = values[name];
    if (value !== undefined) return space + value;
    return MAY_BE_MISSING.has(name) ? '' : whole;
  });

/** A place that still wants its word: where it stands, and of what. */
export interface Blank {
  readonly start: number;
  readonly end: number;
  readonly name: 'order' | 'product';
}

/** The blanks of a text, first to last. */
export const blanksOf = (text: string): readonly Blank[] =>
  [...text.matchAll(BLANK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] as Blank['name'],
  }));
