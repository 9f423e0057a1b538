/** What a replay of the newest messages comes to: shares of 1, null where there is nothing to count. */
export interface ReplayFigures {
  readonly rows: number;
  readonly answered: number | null;
  readonly precision: number | null;
  readonly judged: number;
  readonly wrong: number;
  readonly top3: number | null;
  readonly wronglyKept: number | null;
  readonly wronglyHandedOver: number | null;
  readonly p95Ms: number | null;
}

/** What was done with a message, and whether it was right. */
export interface Outcome {
  readonly did: string;
  /** Id of an answer, or what else it was. */
  readonly given?: string | undefined;
  readonly verdict?: string | undefined;
}

/** A message that is answered otherwise with a change. */
export interface Shift {
  readonly text: string;
  readonly conversation?: string | undefined;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The change teaches this very text. */
  readonly own: boolean;
}

/** Precision with what the change itself teaches left out. */
interface Compared {
  readonly before: ReplayFigures;
  readonly after: ReplayFigures;
  readonly precision: { readonly before: number | null; readonly after: number | null };
}

/** What changes do, before they are saved. */
export interface Effect extends Compared {
  readonly won: readonly Shift[];
  readonly broke: readonly Shift[];
  readonly refused: boolean;
}

/** What a saved version keeps of it. */
export interface KeptEffect extends Compared {
  readonly won: number;
  readonly broke: number;
}
