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
    lifecycle: {
      visible: () => document.visibilityState === 'visible',
      online: () => navigator.onLine !== false,
      on(listener) {
        const ends: (() => void)[] = [];
        const hear = (target: EventTarget, type: string, event: (e: Event) => LifecycleEvent | null) => {
          const heard = (e: Event) => {
            const name = event(e);
            if (name) listener(name);
          };
          target.addEventListener(type, heard);
          ends.push(() => target.removeEventListener(type, heard));
        };
        hear(document, 'visibilitychange', () => (document.visibilityState === 'visible' ? 'visible' : 'hidden'));
        hear(document, 'freeze', () => 'freeze');
        hear(document, 'resume', () => 'resume');
        hear(window, 'online', () => 'online');
        hear(window, 'pagehide', () => 'pagehide');
        // The first showing of a page is not a return from the back/forward cache.
        hear(window, 'pageshow', (e) => ((e as PageTransitionEvent).persisted ? 'pageshow' : null));
        return () => {
          for (const end of ends) end();
        };
      },
    },
  };
}
