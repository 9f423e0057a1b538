import { warn } from '../env/warn.ts';
import type { Session } from '../session/session.ts';
import { gatherStrays } from '../session/strays.ts';

/** Looks what the other tabs stored. `stored`: there is something, or else only where the session has begun to store. */
export type Look = (stored?: boolean) => Promise<void>;

/**
 * Reads by `read` what the other tabs stored, in the session's turn: once for all who ask before it begins. `failed` is
 * told when the store did not answer: the next beat is a reason to look again.
 */
export function createLook(session: Session, read: () => Promise<void>, failed: () => void): Look {
  const { env, link, queue, shelf, window } = session;
  let due: Promise<void> | undefined;
  let any = false;
  return (stored = session.started()) => {
    any ||= stored;
    due ??= queue(async () => {
      due = undefined;
      // Nothing is opened before there is something to read.
      if (!any || env.ended()) return;
      any = false;
      await session.start();
      await read();
      const current = shelf.current.peek();
      // What another tab wrote for a conversation that the server does not know must not come behind (rule 4).
      if (current && link.online()) await gatherStrays(session, current);
      window.pump();
    }).catch((error) => {
      warn(env, 'store-failed', error);
      failed();
    });
    return due;
  };
}
