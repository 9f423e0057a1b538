import { effect } from '@preact/signals-core';
import { createWatchdog } from '../link/watchdog.ts';
import { ageOf, isPending } from '../outbox/entry.ts';
import { AGE_MS } from '../outbox/expiry.ts';
import { dropForgotten } from '../outbox/forgotten.ts';
import { keepWaiting } from '../outbox/keep-waiting.ts';
import { forgetAged } from '../replica/evict.ts';
import type { Store } from '../stores/store.ts';
import type { Parts } from './parts.ts';

/**
 * What a session needs that lasts: the age of what waits is stored (rule 8), cached events that are too old go (rule
 * 14), and a link on which nothing moves is noticed (rule 9). `passed`: milliseconds that the session has
 * lived. The answer ends it.
 */
export function care(
  { env, outbox, window, link, store, save, progress, degraded }: Parts,
  passed: number,
): () => void {
  if (env.ended()) return () => {};
  const watchdog = createWatchdog(env, degraded, () => link.restart('stalled'));
  const before = progress.peek();
  const oldest = outbox.entries.peek().find(isPending);
  let since = oldest ? Math.min(passed, env.monotonic() - oldest.born) : 0;
  const grow = () => {
    env.timer(grow, AGE_MS);
    void keepWaiting(outbox.entries.peek(), save, (entry, row) => ({ ...row, age: ageOf(entry, env) }));
  };
  grow();
  const drop = async (opened: Store) => {
    await forgetAged(opened, env.now());
    await dropForgotten(opened, env.now());
  };
  store.use(drop).catch(() => {});
  const ends = [
    effect(() => {
      const open = link.state.value.state === 'online' && !window.held.value;
      watchdog.watch(open && outbox.entries.value.some(isPending), since);
      since = 0;
    }),
    progress.subscribe((count) => {
      if (count > before) watchdog.progress();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
