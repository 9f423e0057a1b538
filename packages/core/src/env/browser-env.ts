import type { ClientEnv, LifecycleEvent, Log } from './env.ts';

const quiet: Log = () => {};

/**
 * The world of a page. No `unload` or `beforeunload` handler is ever set: they would keep the page out of the
 * back/forward cache (rule 11).
 */
export function browserEnv(log: Log = quiet): ClientEnv {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    timer(task, ms) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    log,
    // Absent where the page is not secure.
    locks: navigator.locks,
    channel: (name) => new BroadcastChannel(name),
    lifecycle: {
      on(listener) {
        const heard = (event: Event) => {
          const { type } = event;
          if (type === 'visibilitychange') listener(document.visibilityState);
          // The first showing of a page is not a return from the back/forward cache.
          else if (type !== 'pageshow' || (event as PageTransitionEvent).persisted) listener(type as LifecycleEvent);
        };
        const ended = new AbortController();
        // Capture hears at the window what is told to the document only.
        const how = { capture: true, signal: ended.signal };
        for (const type of ['visibilitychange', 'online', 'pagehide', 'pageshow', 'freeze', 'resume'])
          window.addEventListener(type, heard, how);
        return () => ended.abort();
      },
    },
  };
}
