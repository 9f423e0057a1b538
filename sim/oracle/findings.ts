/** What a run found. */
export interface Findings {
  /** An invariant does not hold. */
  problem(invariant: string, detail: string): void;
  /** An interesting place was visited. */
  reach(place: string): void;
  readonly problems: ReadonlyMap<string, string>;
  readonly reached: ReadonlyMap<string, number>;
}

/** Nothing found yet. Of every broken invariant the first case is kept. */
export function createFindings(): Findings {
  const problems = new Map<string, string>();
  const reached = new Map<string, number>();
  return {
    problems,
    reached,
    problem(invariant, detail) {
      if (!problems.has(invariant)) problems.set(invariant, detail);
    },
    reach(place) {
      reached.set(place, (reached.get(place) ?? 0) + 1);
    },
  };
}
