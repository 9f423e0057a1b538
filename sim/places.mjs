/** Interesting places that a run must visit (RELIABILITY, "Reach"). */
export const PLACES = [
  'duplicate ack',
  'out-of-order nack',
  'reset by epoch',
  'reset by retention',
  'memory fallback',
  // A lock is taken from the tab that holds it.
  'steal',
  // A living tab that led leads no more.
  'step-down',
  // A page that had no room gave up events that the server has.
  'quota eviction',
  // A reply whose page lost its link while it was streamed went on, or ended, on the same screen.
  'held delta repaired',
  // A file goes on from where the server has it, after a request that was cut off.
  'upload resumed',
];

/** Places that no run can visit yet, and why. A run counts them as missed all the same. */
export const NOT_SIMULATED = {};
