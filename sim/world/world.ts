import { createAgenda, type Entry } from './agenda.ts';
import { type Random, randomOf } from './random.ts';
import { createTrace, type Trace } from './trace.ts';

/** More events than any seed needs: whoever causes them never comes to rest. */
const MOST_EVENTS = 150_000;

/**
 * Runs the microtasks that wait, those that they cause, and tells of rejections that nobody took. Node does the same
 * between two immediates, at the price of a turn of its event loop, which a seed would pay some two thousand times.
 */
const drain = (process as unknown as { readonly _tickCallback: () => void })._tickCallback;

/** The one clock of a run, and everything that happens by it. */
export interface World extends Omit<Trace, 'add'> {
  /** Writes into the trace, with the moment. */
  add(line: string, text?: string): void;
  /** Milliseconds since the run began. */
  now(): number;
  /** Does something later; the answer takes it back. */
  after(ms: number, task: () => void): () => void;
  /** A stream of random numbers of its own. */
  random(name: string): Random;
  /** Runs until that moment. `settled` is called whenever all that an event caused has happened. */
  run(until: number, settled: () => void): Promise<void>;
}

/** A world that stands still. */
export function createWorld(seed: number, keepTrace: boolean): World {
  const agenda = createAgenda();
  const trace = createTrace(keepTrace);
  let now = 0;
  let order = 0;
  return {
    ...trace,
    now: () => now,
    add: (line, text = '') => trace.add(`${now} `, line, text),
    random: (name) => randomOf(`${seed} ${name}`),
    after(ms, task) {
      const entry: Entry = { at: now + Math.max(0, Math.ceil(ms)), order: order++, task, cancelled: false };
      agenda.add(entry);
      return () => {
        entry.cancelled = true;
      };
    },
    run: (until, settled) =>
      new Promise((resolve, reject) => {
        let left = MOST_EVENTS;
        /** Lets the next event happen; false when it is too late for that. */
        const turn = (): boolean => {
          settled();
          const next = agenda.peek();
          if (!next || next.at > until) {
            now = until;
            resolve();
            return false;
          }
          if (left-- === 0) throw new Error(`more than ${MOST_EVENTS} events: something never comes to rest`);
          agenda.pop();
          now = next.at;
          next.task();
          return true;
        };
        // Microtasks cannot be drained from within one: the loop begins in a turn of Node's own.
        if (turn())
          setImmediate(() => {
            try {
              do drain();
              while (turn());
            } catch (error) {
              reject(error);
            }
          });
      }),
  };
}
