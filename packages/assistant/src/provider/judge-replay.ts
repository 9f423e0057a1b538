/** One row of a replay: what was right, and what each answered; undefined for no answer. */
export interface Replayed {
  /** Id of the right answer; undefined where there is none to give. */
  readonly right: string | undefined;
  readonly embedded: string | undefined;
  readonly provided: string | undefined;
}

/** How often an answer was given, and how often the right one. */
export interface Precision {
  readonly answered: number;
  readonly right: number;
}

/** What a replay says of a provider. */
export interface Verdict {
  readonly rows: number;
  readonly embedded: Precision;
  readonly provided: Precision;
  readonly keep: boolean;
}

/** Of ten answers nine are to be right, where nothing was answered before: the answer band's own bound. */
const EXPECTED = 0.9;

const precisionOf = ({ answered, right }: Precision): number => (answered === 0 ? EXPECTED : right / answered);

/** Whether a provider stays: it goes when fewer of the answers that are given with it are right than without it. */
export function judgeReplay(rows: readonly Replayed[]): Verdict {
  const count = (of: 'embedded' | 'provided'): Precision => {
    const answered = rows.filter((row) => row[of] !== undefined);
    return { answered: answered.length, right: answered.filter((row) => row[of] === row.right).length };
  };
  const [embedded, provided] = [count('embedded'), count('provided')];
  return { rows: rows.length, embedded, provided, keep: precisionOf(provided) >= precisionOf(embedded) };
}
