import type { Env } from '@xiaoer/core/env';
import type { SessionLink } from './session-link.ts';

const MOST_EVENTS = 256;
const MOST_BYTES = 1024 * 1024;
const LOOK_AGAIN_MS = 100;

/**
 * Server rule 5: what may be on its way to one link. Events are pushed while fewer than 256 of them and 1 MiB are
 * un-applied; beyond that nothing is kept for the link, and it catches up from the log once it has drained.
 */
export interface SendWindow {
  /** Whether another frame of events may be pushed now. */
  open(): boolean;
  /** Accounts for a frame of events. */
  sent(events: number, bytes: number): void;
  /** Runs `task` once when the window is open again. One task a key waits at a time. */
  whenOpen(key: object, task: () => void): void;
  close(): void;
}

/** A window that counts as empty whenever the network has taken everything. */
export function createSendWindow(env: Env, link: Pick<SessionLink, 'buffered'>): SendWindow {
  const waiting = new Map<object, () => void>();
  let events = 0;
  let bytes = 0;
  let cancel: (() => void) | undefined;

  const open = (): boolean => {
    if (link.buffered() === 0) {
      events = 0;
      bytes = 0;
    }
    return events < MOST_EVENTS && bytes < MOST_BYTES;
  };

  const look = (): void => {
    cancel = undefined;
    if (open()) {
      const tasks = [...waiting.values()];
      waiting.clear();
      for (const task of tasks) task();
    }
    if (waiting.size > 0) cancel ??= env.timer(look, LOOK_AGAIN_MS);
  };

  return {
    open,
    sent(count, size) {
      events += count;
      bytes += size;
    },
    whenOpen(key, task) {
      waiting.set(key, task);
      cancel ??= env.timer(look, LOOK_AGAIN_MS);
    },
    close() {
      waiting.clear();
      cancel?.();
      cancel = undefined;
    },
  };
}
