/** Interesting places that a run must visit (RELIABILITY, "Reach"). */
export const PLACES = [
  'duplicate ack',
  'out-of-order nack',
  'reset by epoch',
  'reset by retention',
  'memory fallback',
  'steal',
  'step-down',
  'quota eviction',
  'held delta repaired',
];

/** Places that no run can visit yet, and why. A run counts them as missed all the same. */
export const NOT_SIMULATED = {
  steal: 'the simulated profiles have no locks: every tab has its own link',
  'step-down': 'the same',
  'quota eviction': 'a full disk refuses deletions, too',
  'held delta repaired': 'the bot does not stream',
};
