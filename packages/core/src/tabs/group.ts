import type { Channel, ClientEnv } from '../env/env.ts';
import type { Hint } from './hint.ts';
import { shownLock } from './tell-wiped.ts';

/** The tabs of one browser profile that show one identity. */
export interface Group {
  /** Hears and is heard from now on; nothing changes where that was so. */
  enter(): void;
  leave(): void;
  post(hint: Hint): void;
  /** Calls `then` at the next hint that is meant; the answer takes it back. */
  next(meant: (hint: Hint) => boolean, then: () => void): () => void;
}

/** The group of a name. While a tab is in it, it holds a share of the lock that says that it shows this identity. */
export function createGroup({ channel, locks }: ClientEnv, name: string, hear: (hint: Hint) => void): Group {
  const waiting = new Set<(hint: Hint) => void>();
  let open: Channel | undefined;
  let away = new AbortController();
  let release: (() => void) | undefined;
  return {
    enter() {
      if (open || !channel) return;
      open = channel(name);
      open.addEventListener('message', ({ data }) => {
        hear(data as Hint);
        for (const tell of [...waiting]) tell(data as Hint);
      });
      away = new AbortController();
      const { signal } = away;
      const held = () =>
        signal.aborted
          ? undefined
          : new Promise<void>((resolve) => {
              release = resolve;
            });
      locks?.request(shownLock(name), { mode: 'shared', signal }, held).catch(() => {});
    },
    leave() {
      open?.close();
      open = undefined;
      away.abort();
      release?.();
      release = undefined;
    },
    post: (hint) => open?.postMessage(hint),
    next(meant, then) {
      const tell = (hint: Hint) => {
        if (!meant(hint)) return;
        waiting.delete(tell);
        then();
      };
      waiting.add(tell);
      return () => void waiting.delete(tell);
    },
  };
}
