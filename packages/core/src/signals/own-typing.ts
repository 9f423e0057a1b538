import { createAlarm } from '../env/alarm.ts';
import type { Env } from '../env/env.ts';
import { TYPING_MS } from '../protocol/index.ts';

/**
 * The reader's own typing signal. The answer is called at every key, and with false when the composer is empty or
 * left: it sends at the first key, renews while keys come, and ends by itself after {@link TYPING_MS} without one.
 */
export function createOwnTyping(env: Env, send: (on: boolean) => void): (on: boolean) => void {
  const alarm = createAlarm(env);
  let lastKey = 0;
  const renew = () => {
    const on = env.monotonic() - lastKey < TYPING_MS;
    send(on);
    if (on) alarm.set(renew, TYPING_MS / 3);
  };
  return (on) => {
    lastKey = env.monotonic();
    if (on === alarm.waits()) return;
    alarm.stop();
    if (on) renew();
    else send(false);
  };
}
