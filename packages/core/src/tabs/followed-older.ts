import type { Room } from '../conversation/room.ts';
import type { Session } from '../session/session.ts';
import type { Group } from './group.ts';
import type { LeaderState } from './hint.ts';

/** How long a page of history may take that another tab fetches. */
const PAGE_MS = 6_000;

/**
 * Reads back in a tab that follows: from the store, else the one that leads is asked to bring more there. `leader` is
 * what it told last, and nothing while this tab has a link of its own.
 */
export function followedOlder(
  { loadOlder, queue, env }: Pick<Session, 'loadOlder' | 'queue' | 'env'>,
  group: Group,
  leader: () => LeaderState | undefined,
): (room: Room) => Promise<void> {
  return async (room) => {
    if (!leader()) return loadOlder(room);
    const oldest = room.log.events[0];
    // Without a link it looks into the store only; in the session's turn, so that nothing else is being read there.
    const back = () => queue(() => loadOlder(room));
    await back();
    const before = leader();
    if (!before || room.log.events[0] !== oldest || !room.hasOlder.peek()) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        stop();
        cancel();
        resolve();
      };
      const cancel = env.timer(end, PAGE_MS);
      const stop = group.next((hint) => hint.t === 'leads' && hint.version !== before.version, end);
      group.post({ t: 'older', conversation: room.log.id });
    });
    await back();
  };
}
