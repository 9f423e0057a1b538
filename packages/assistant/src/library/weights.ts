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
  someone: 0.2,
  area: 0.6,
  store: 0.6,
  change: 0.6,
  late: 0.7,
};

/** Weight of a way of asking (a concept that starts with `?`). */
export const ASK_WEIGHT = 0.3;

/** Concepts that name or describe goods. A library phrase that shares only these is not about the same matter. */
export const GOODS: ReadonlySet<string> = new Set(
  'pure-cotton cotton silk linen wool down duvet duvet-cover sheets pillow towel pan cup lamp warm light soft kids big small black white grey blue red green pink wood organic material filling weight size capacity colour origin care warmth season power battery waterproof pieces people standard shelf brand craft shading load price stock'.split(
    ' ',
  ),
);

/** What is more is also less: pure cotton is found by who asks for cotton, but not the other way round. */
export const IMPLIES: Readonly<Record<string, readonly string[]>> = { 'pure-cotton': ['cotton'] };
