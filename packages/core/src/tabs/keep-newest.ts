import { effect } from '@preact/signals-core';
import { type LogRow, logKey } from '../replica/conversation-log.ts';
import type { Session } from '../session/session.ts';

/**
 * Keeps the conversation that a session is in the newest of those that are stored: the server may say that the shopper's
 * is an older one, after a claim or a restore, and a page that is opened without a server shows the newest. While
 * `follows`, another tab says which it is. The answer ends it.
 */
export const keepNewest = (session: Session, follows: () => boolean): (() => void) =>
  effect(() => {
    const { shelf } = session;
    const log = shelf.current.value?.log;
    const others = [...shelf.rooms.values()].flatMap((room) => (room.log === log ? [] : room.log.order));
    const newest = Math.max(...others);
    if (!log || newest < log.order || follows()) return;
    log.order = newest + 1;
    void session.commit([logKey(log.id)], ([row]) =>
      row ? [{ put: logKey(log.id), value: { ...(row as LogRow), order: log.order } }] : null,
    );
  });
