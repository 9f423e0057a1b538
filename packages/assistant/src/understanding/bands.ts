/** From here on an answer is given without asking back: one in ten may be wrong. */
export const ANSWER_BAND = 0.62;

/** From here on it is worth offering as a chip; below, nothing was understood. */
export const CHIPS_BAND = 0.15;

/** What is done with what was understood: answer it, offer three chips, or hand over. */
export type Band = 'answer' | 'chips' | 'hand-over';

/** Wrong answers that are accepted: by cross-validation over the library seven in a hundred of those that are given. */
const SURE = 0.7;

/** Answerable questions that one is ready to send to a person: below, three chips would seldom hold the right one. */
const WORTH_ASKING = 0.3;

/** The band of a text by how likely its best intent is right, and how likely it is about any known intent at all. */
export const bandOf = (right: number, inScope: number): Band =>
  right >= SURE ? 'answer' : inScope >= WORTH_ASKING ? 'chips' : 'hand-over';
