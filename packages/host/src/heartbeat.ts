import type { Env } from '@xiaoer/core/env';

/** Asks the other end whether it is there. */
export interface Heartbeat {
  /** A frame came in, whatever it was. */
  heard(): void;
  close(): void;
}

/** `ping` every interval; `dead` when nothing was heard for two of them. */
export function createHeartbeat(env: Env, ms: number, ping: () => void, dead: () => void): Heartbeat {
  let last = env.monotonic();
  let cancel = env.timer(beat, ms);

  function beat(): void {
    if (env.monotonic() - last >= 2 * ms) {
      dead();
      return;
    }
    ping();
    cancel = env.timer(beat, ms);
  }

  return {
    heard() {
      last = env.monotonic();
    },
    close() {
      cancel();
    },
  };
}
