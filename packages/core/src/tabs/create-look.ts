import { effect } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import { warn } from '../env/warn.ts';
import type { Session } from '../session/session.ts';
import { gatherStrays } from '../session/strays.ts';
import type { Storage } from '../stores/store.ts';

/** How long after a store did not answer it is read again, and again after that. */
const AGAIN_MS = 3_000;

/** What a store says that does not answer now and may do so later. */
const PASSING: readonly Storage[] = ['failed', 'timeout', 'closed'];

/** Looks what the other tabs stored. `stored`: there is something, or else only where the session has begun to store. */
export type Look = (stored?: boolean) => Promise<void>;

/**
 * Reads by `read` what the other tabs stored, in the session's turn: once for all who ask before it begins. `failed` is
 * told when the store did not answer: the next beat is a reason to look again. A store that did not answer is read again.
 */
export function createLook(session: Session, read: () => Promise<void>, failed: () => void): Look {
  const { env, link, queue, shelf, window, store, credentials } = session;
  const alarm = createAlarm(env);
  let due: Promise<void> | undefined;
  let any = false;
  const readAgain = () =>
    alarm.set(() => {
      // A visitor who has begun in memory meanwhile goes on there: what is stored is somebody else's.
      if (credentials.stored || !credentials.secret) void look(true);
    }, AGAIN_MS);
  const look: Look = (stored = session.started()) => {
    any ||= stored;
    due ??= queue(async () => {
      due = undefined;
      // Nothing is opened before there is something to read.
      if (!any || env.ended()) return;
      any = false;
      await session.start();
      await read();
      alarm.stop();
      const current = shelf.current.peek();
      // What another tab wrote for a conversation that the server does not know must not come behind (rule 4).
      if (current && link.online()) await gatherStrays(session, current);
      window.pump();
    }).catch((error) => {
      warn(env, 'store-failed', error);
      failed();
      readAgain();
    });
    return due;
  };
  // What the session was to begin with may not be known yet, or not be read to its end when this begins.
  effect(() => {
    if (PASSING.includes(store.storage.value)) readAgain();
  });
  return look;
}
