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

/** Concepts that say what a thing is, as against what it is like. */
export const THINGS: ReadonlySet<string> = new Set(
  'duvet winter-duvet summer-duvet duvet-cover bedding sheets bed-sheet fitted-sheet pillowcase pillow neck-pillow cushion lumbar seat blanket mattress mat robe towel bath-towel curtain rug bath-mat pan frying-pan wok soup-pot milk-pan cooker cup thermos tea-cup teapot kettle gaiwan caddy tea-tray tea-ware lamp table-lamp floor-lamp pendant candle incense burner diffuser fragrance suitcase cabin-bag bag eye-mask slippers umbrella underwear table dining-table writing-desk coffee-table chair office-chair sofa cabinet mirror clock fan pen notebook leash litter scratcher pet-bed phone phone-case'.split(
    ' ',
  ),
);

/** Concepts that name or describe goods. A library phrase that shares only these is not about the same matter. */
export const GOODS: ReadonlySet<string> = new Set([
  ...THINGS,
  ...'pure-cotton cotton silk linen wool down warm light soft kids big small black white grey blue red green pink wood organic material filling weight size fit capacity colour origin care warmth season power battery waterproof pieces people standard shelf brand craft shading load price stock firm scent burning microwave induction leak sleep flight tea elder standing dog cat man woman'.split(
    ' ',
  ),
]);

/** A special kind of thing is also the general one: a thermos is found by who asks for a cup, but not the other way round. */
export const IS_A: Readonly<Record<string, readonly string[]>> = {
  duvet: ['bedding'],
  sheets: ['bedding'],
  pillow: ['bedding'],
  blanket: ['bedding'],
  mattress: ['bedding'],
  'winter-duvet': ['duvet', 'warm'],
  'summer-duvet': ['duvet', 'light'],
  'bed-sheet': ['sheets'],
  'fitted-sheet': ['sheets'],
  'neck-pillow': ['pillow', 'flight'],
  'frying-pan': ['pan'],
  wok: ['pan'],
  'soup-pot': ['pan'],
  'milk-pan': ['pan'],
  thermos: ['cup'],
  'tea-cup': ['cup', 'tea-ware', 'tea'],
  teapot: ['tea-ware', 'tea'],
  gaiwan: ['tea-ware', 'tea'],
  caddy: ['tea-ware', 'tea'],
  'tea-tray': ['tea-ware', 'tea'],
  'tea-ware': ['tea'],
  'table-lamp': ['lamp'],
  'floor-lamp': ['lamp', 'standing'],
  pendant: ['lamp'],
  diffuser: ['fragrance'],
  'cabin-bag': ['suitcase'],
  'dining-table': ['table'],
  'writing-desk': ['table'],
  'coffee-table': ['table'],
  'bath-mat': ['mat'],
  seat: ['mat'],
  'office-chair': ['chair'],
  'eye-mask': ['sleep', 'flight'],
};

/** What is more is also less: pure cotton is found by who asks for cotton, but not the other way round. */
export const IMPLIES: Readonly<Record<string, readonly string[]>> = { 'pure-cotton': ['cotton'], ...IS_A };
