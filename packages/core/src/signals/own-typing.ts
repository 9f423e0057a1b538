import type { Env } from '../env/env.ts';
import { TYPING_MS } from '../protocol/index.ts';

/** The reader's own typing signal. */
export interface OwnTyping {
  /** Called at every key, and with false when the composer is empty or left. */
  set(on: boolean): void;
}

/** Sends at the first key, renews while keys come, and ends by itself after {@link TYPING_MS} without one. */
export function createOwnTyping(env: Env, send: (on: boolean) => void): OwnTyping {
  let lastKey = 0;
  let cancel: (() => void) | undefined;
  const end = () => {
    cancel?.();
    cancel = undefined;
    send(false);
  };
  const renew = () => {
    if (env.monotonic() - lastKey >= TYPING_MS) return end();
    send(true);
    cancel = env.timer(renew, TYPING_MS / 3);
  };
  return {
    set(on) {
      lastKey = env.monotonic();
      if (on && !cancel) renew();
      if (!on && cancel) end();
    },
  };
}
