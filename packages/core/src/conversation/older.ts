import type { Scope } from '../env/scope.ts';
import type { SessionLink } from '../link/link.ts';
import { type Events, newId } from '../protocol/index.ts';
import { eventRow } from '../replica/conversation-log.ts';
import type { Commit } from '../stores/commit.ts';
import type { Room } from './room.ts';

/** Events in one page of history. */
const PAGE = 50;

/** How long a page may take before the wish is forgotten. */
const PAGE_MS = 6_000;

/** Asks for pages of history, one of a conversation at a time. */
export interface Older {
  /** Resolves when a page has come, or none will: offline it does nothing. */
  load(room: Room): Promise<void>;
  /** A page that was asked for; one that does not fit before the oldest event is ignored. */
  page(room: Room, frame: Events): Promise<void>;
  /** The wish of this nonce is over. */
  done(nonce: string | undefined): void;
}

/** Asks over a link. */
export function createOlder(env: Scope, link: SessionLink, commit: Commit): Older {
  const asked = new Map<string | undefined, () => void>();
  const older: Older = {
    async load(room) {
      const before = room.log.events[0]?.seq;
      if (!room.page && before && room.hasOlder.peek() && link.online())
        room.page = new Promise((resolve) => {
          const nonce = newId(env.random);
          const cancel = env.timer(() => older.done(nonce), PAGE_MS);
          asked.set(nonce, () => {
            cancel();
            room.page = undefined;
            resolve();
          });
          link.send({ t: 'pull', conversation: room.log.id, nonce, before, limit: PAGE });
        });
      await room.page;
    },
    async page(room, { events, epoch, first, nonce }) {
      const { log } = room;
      const oldest = log.events[0]?.seq ?? 0;
      const page = events.filter(({ seq }) => seq < oldest);
      const fits = page.every(({ seq }, n) => seq === oldest - page.length + n);
      if (asked.has(nonce) && oldest && fits && epoch === log.epoch) {
        await commit([], () => page.map((event) => eventRow(log.id, event)));
        log.first = page.length ? first : oldest;
        log.events = [...page, ...log.events];
        const { serving, upTo, seen } = room.view.peek();
        room.show();
        const now = room.view.peek();
        // Who speaks, and the marks, are as new as what is held at the end: they may stand for events that are not held.
        room.view.value = {
          ...now,
          serving: serving.seq > now.serving.seq ? serving : now.serving,
          upTo: Math.max(upTo, now.upTo),
          seen: Math.max(seen, now.seen),
        };
      }
      older.done(nonce);
    },
    done(nonce) {
      asked.get(nonce)?.();
      asked.delete(nonce);
    },
  };
  return older;
}
