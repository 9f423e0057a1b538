import type { Stage } from './stage.ts';

/** One promise of a server. Its name begins with the rule that it checks. */
export interface ConformanceCase {
  readonly name: string;
  /** A timeline over real frames; throws what the server did instead. */
  run(stage: Stage): Promise<void>;
}

/** Cases of a theme, by name. */
export const cases = (table: Readonly<Record<string, ConformanceCase['run']>>): readonly ConformanceCase[] =>
  Object.entries(table).map(([name, run]) => ({ name, run }));
