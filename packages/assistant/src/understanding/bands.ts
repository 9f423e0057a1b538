/** From here on an answer is given without asking back: one in ten may be wrong. */
export const ANSWER_BAND = 0.62;

/** From here on it is worth offering as a chip; below, nothing was understood. */
export const CHIPS_BAND = 0.15;
