/** Words of a mood, separated by `|`. Strong words make anger by themselves, mild ones only together. */
export interface Moods {
  readonly strong: string;
  readonly mild: string;
  readonly glad: string;
  /** Words that only look like one of mood: a rubbish bin is no insult. */
  readonly harmless: string;
  /** Before a word of mood they turn it round. */
  /** Ways of asking that the mark of a question does not show. */
  readonly asks: RegExp;
  /** What makes a complaint of a question: it has happened, or is asked why. */
  readonly grievance: RegExp;
  readonly negations: string;
  /** Before a word of mood they make it stronger. */
  readonly degrees: string;
}
