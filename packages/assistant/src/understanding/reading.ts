/** One way to understand a sentence, with a calibrated confidence of 0 … 1. */
export interface Reading {
  readonly kind: 'answer' | 'intent';
  readonly id: string;
  readonly confidence: number;
  /** The phrasing that was nearest. */
  readonly label: string;
}
