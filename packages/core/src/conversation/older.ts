import type { Scope } from '../env/scope.ts';
import type { SessionLink } from '../link/link.ts';
import { type ChatEvent, type Events, newId } from '../protocol/index.ts';
import { eventsOf, keysOf } from '../replica/batches.ts';
import { eventRows, type LogRow, logKey, runUpTo } from '../replica/conversation-log.ts';
import type { Commit } from '../stores/commit.ts';
import type { Room } from './room.ts';

/** Events in one page of history. */
const PAGE = 50;

/** How long a page may take before the wish is forgotten. */
const PAGE_MS = 6_000;

/** Brings pages of history, one of a conversation at a time. */
export interface Older {
  /**
   * The page before what is in memory: from the store, or else from the server. Resolves when it has come, or none will:
   * offline the server is not asked.
   */
  load(room: Room): Promise<void>;
  /** A page that was asked for; one that does not fit before the oldest event is ignored. */
  page(room: Room, frame: Events): Promise<void>;
  /** The wish of this nonce is over. */
  done(nonce: string | undefined): void;
}

const oldestOf = ({ log }: Room): number => log.events[0]?.seq ?? 0;

/** Whether a page ends where what is in memory begins. */
const fits = (room: Room, page: readonly ChatEvent[]): boolean =>
  page.every(({ seq }, n) => seq === oldestOf(room) - page.length + n);

/** Puts a page before what is in memory. */
function prepend(room: Room, page: readonly ChatEvent[]): void {
  const { log } = room;
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

/** Reads the store, and asks over a link. */
export function createOlder(env: Scope, link: SessionLink, commit: Commit): Older {
  const asked = new Map<string | undefined, () => void>();

  /** What the store has right before an event, in the log's own epoch. */
  async function stored({ log }: Room, before: number): Promise<readonly ChatEvent[]> {
    let page: readonly ChatEvent[] = [];
    await commit([logKey(log.id), ...keysOf(log.id, before - PAGE, before - 1)], ([row, ...rows]) => {
      page = (row as LogRow | undefined)?.epoch === log.epoch ? runUpTo(before - 1, eventsOf(rows)) : [];
      return null;
    });
    return page.slice(-PAGE);
  }
  const pull = (room: Room, before: number) =>
    new Promise<void>((resolve) => {
      const nonce = newId(env.random);
      const cancel = env.timer(() => older.done(nonce), PAGE_MS);
      asked.set(nonce, () => {
        cancel();
        resolve();
      });
      link.send({ t: 'pull', conversation: room.log.id, nonce, before, limit: PAGE });
    });
  async function bring(room: Room) {
    const before = oldestOf(room);
    if (!before || !room.hasOlder.peek()) return;
    room.wide = true;
    const page = await stored(room, before);
    if (page.length && fits(room, page)) prepend(room, page);
    else if (link.online()) await pull(room, before);
  }
  const older: Older = {
    async load(room) {
      room.page ??= bring(room).finally(() => {
        room.page = undefined;
      });
      await room.page;
    },
    async page(room, { events, epoch, first, nonce }) {
      const { log } = room;
      const oldest = oldestOf(room);
      const page = events.filter(({ seq }) => seq < oldest);
      if (asked.has(nonce) && oldest && epoch === log.epoch && fits(room, page)) {
        await commit([], () => eventRows(log.id, page));
        if (fits(room, page)) {
          log.first = page.length ? first : oldest;
          prepend(room, page);
        }
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
