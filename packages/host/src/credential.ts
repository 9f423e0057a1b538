import type { Env } from '@xiaoer/core/env';

const SOON_MS = 60_000;
/** After its end a credential may be renewed for so long before the link is closed. */
const GRACE_MS = 60_000;
/** Longest wait a timer is trusted with; a credential may last for years. */
const LONGEST_TIMER_MS = 86_400_000;

/** How long a link may speak for its principal. */
export interface Credential {
  /** A credential was accepted; it ends at `expiresAt`, milliseconds since 1970, or never. */
  renew(expiresAt: number | undefined): void;
  expired(): boolean;
  close(): void;
}

/** `onSoon` a minute before the end, `onEnd` at the end, `onOver` when nobody renewed it after that. */
export function createCredential(
  env: Env,
  on: {
    readonly soon: (inMs: number) => void;
    readonly end: () => void;
    readonly over: () => void;
  },
): Credential {
  let end: number | undefined;
  let cancel: (() => void) | undefined;

  const at = (moment: number, task: () => void): void => {
    const left = moment - env.monotonic();
    cancel =
      left > LONGEST_TIMER_MS
        ? env.timer(() => at(moment, task), LONGEST_TIMER_MS)
        : env.timer(task, Math.max(0, left));
  };

  return {
    renew(expiresAt) {
      cancel?.();
      cancel = undefined;
      end = undefined;
      if (expiresAt === undefined) return;
      // The wall clock is read once; from here on only the clock that never jumps counts.
      const ends = env.monotonic() + (expiresAt - env.now());
      end = ends;
      at(ends - SOON_MS, () => {
        on.soon(Math.max(0, Math.round(ends - env.monotonic())));
        at(ends, () => {
          on.end();
          at(ends + GRACE_MS, on.over);
        });
      });
    },
    expired: () => end !== undefined && env.monotonic() >= end,
    close() {
      cancel?.();
    },
  };
}
