/** What one case found. */
export type Verdict =
  | { readonly name: string; readonly result: 'holds' }
  | { readonly name: string; readonly result: 'fails'; readonly expected: string; readonly seen: string }
  | { readonly name: string; readonly result: 'not checked'; readonly why: string };

/** The server did something else than the protocol says. */
export class Broken extends Error {
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, seen: string) {
    super(`expected ${expected}; seen: ${seen}`);
    this.name = 'Broken';
    this.expected = expected;
    this.seen = seen;
  }
}

/** The case cannot be tried here, which is never the same as that it holds. */
export class NotChecked extends Error {}

const LONGEST = 240;

/** A value as one short line. */
export function inShort(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Throws {@link Broken} unless the two are the same as JSON. */
export function same(what: string, seen: unknown, wanted: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) throw new Broken(`${what} ${inShort(wanted)}`, inShort(seen));
}

/** Throws {@link Broken} unless it is true. */
export function holds(expected: string, truth: boolean, seen: unknown): void {
  if (!truth) throw new Broken(expected, inShort(seen));
}
