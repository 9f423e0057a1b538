import { readFileSync } from 'node:fs';
import { CLIENT } from './client.mjs';
import { SERVER } from './server.mjs';

export const SEEDS = new URL('./seeds.json', import.meta.url);
const seeds = JSON.parse(readFileSync(SEEDS, 'utf8'));

/** Every mutant with the seeds that kill it. */
export const MUTANTS = [...CLIENT, ...SERVER].map((mutant) => ({ ...mutant, seeds: seeds[mutant.name] ?? [] }));

/** Rules without a mutant, and why. */
export const WITHOUT = {
  'client 6': 'how long a client waits changes when things happen, not what: packages/core/test/link.test.ts counts it',
  'client 8': 'the limits are far above what 40 ops and three minutes reach: packages/core/test/sending.test.ts',
  'client 13':
    'there is no code to take away: nothing that synchronises asks for the wall clock, which jumps in every second seed',
  'server 4': 'a frame has no author that could be believed: packages/host/test/authorship.test.ts',
  'server 5': 'a buffer that grows breaks no log: packages/host/test/slow-readers.test.ts',
  'server 6': 'when links come back is spread by chance: packages/host/test/life.test.ts',
  'server 7': 'the real client sends nothing unknown: packages/host/test/bad-frames.test.ts',
};

const RULES = [
  ...Array.from({ length: 16 }, (_, n) => `client ${n + 1}`),
  ...Array.from({ length: 9 }, (_, n) => `server ${n + 1}`),
];

/** Rules that have neither mutant nor reason, and rules that have both. */
export const unaccounted = () => {
  const has = new Set(MUTANTS.map(({ rule }) => rule));
  return RULES.filter((rule) => has.has(rule) === rule in WITHOUT);
};
