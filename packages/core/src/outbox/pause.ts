import { createAlarm } from '../env/alarm.ts';
import { backoff } from '../env/backoff.ts';
import type { Env } from '../env/env.ts';
import type { SendWindow } from './send-window.ts';

/** Tries of one op before it is parked, and the time over which they must have been spread (rule 7). */
const PARK_TRIES = 20;
const PARK_MS = 3_600_000;

/** Waits between tries of ops that the server refused for now. */
export interface Pause {
  /** Sends nothing until {@link Pause.after}, or the next session. */
  hold(): void;
  /** Waits, then starts again; tells whether the op has now been refused too often. */
  after(id: string, retryAfter: number | undefined): boolean;
}

/** The pauses of one send window. */
export function createPause(env: Env, window: SendWindow): Pause {
  const refusals = new Map<string, { readonly tries: number; readonly since: number }>();
  const alarm = createAlarm(env);
  const hold = () => {
    alarm.stop();
    window.held.value = true;
  };
  return {
    hold,
    after(id, retryAfter) {
      const { tries, since } = refusals.get(id) ?? { tries: 0, since: env.monotonic() };
      if (tries + 1 >= PARK_TRIES && env.monotonic() - since >= PARK_MS) return true;
      refusals.set(id, { tries: tries + 1, since });
      hold();
      alarm.set(
        () => {
          window.held.value = false;
          window.pump();
        },
        retryAfter ?? backoff(env, tries + 1),
      );
      return false;
    },
  };
}
