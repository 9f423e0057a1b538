/**
 * How much a concept says about the topic of a question, where it is not 1. Ways of asking and words of talk go
 * with every topic, so they may tip a balance but never make a match alone.
 */
export const CONCEPT_WEIGHTS: Readonly<Record<string, number>> = {
  talk: 0.2,
  buy: 0.35,
  mine: 0.3,
  recommend: 0.4,
  deictic: 0.1,
  greet: 0.1,
  thanks: 0.1,
  bye: 0.1,
  yes: 0.05,
  no: 0.05,
  abort: 0.2,
  urgent: 0.2,
  track: 0.6,
  someone: 0.4,
};

/** Weight of a way of asking (a concept that starts with `?`). */
export const ASK_WEIGHT = 0.3;
