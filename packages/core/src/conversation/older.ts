import type { Scope } from '../env/scope.ts';
import type { SessionLink } from '../link/link.ts';
import { type Events, newId } from '../protocol/index.ts';
import { applyHistory, HISTORY_MS, HISTORY_PAGE } from '../replica/history.ts';
import type { Commit } from '../stores/commit.ts';
import type { Room } from './room.ts';

/** Asks for pages of history. */
export interface Older {
  /** Resolves when a page has come, or none will: offline it does nothing. */
  load(room: Room): Promise<void>;
  /** A page that was asked for. */
  page(room: Room, frame: Events): Promise<void>;
  /** It was refused. */
  refused(nonce: string): void;
}

/** One page a conversation is asked for at a time. */
export function createOlder(env: Scope, link: SessionLink, commit: Commit): Older {
  const asked = new Map<string, { readonly nonce: string; readonly page: Promise<void>; done(): void }>();
  return {
    load(room) {
      const { id, events } = room.log;
      const known = asked.get(id);
      const before = events[0]?.seq;
      if (known) return known.page;
      if (!before || !room.hasOlder.peek() || link.state.peek().state !== 'online') return Promise.resolve();
      const nonce = newId(env.random);
      let done = () => {};
      const page = new Promise<void>((resolve) => {
        done = () => {
          asked.delete(id);
          cancel();
          resolve();
        };
      });
      const cancel = env.timer(done, HISTORY_MS);
      asked.set(id, { nonce, page, done });
      link.send({ t: 'pull', conversation: id, nonce, before, limit: HISTORY_PAGE });
      return page;
    },
    async page(room, frame) {
      const wish = asked.get(room.log.id);
      if (wish?.nonce !== frame.nonce) return;
      if (await applyHistory(room.log, frame, commit)) room.redrawn();
      wish?.done();
    },
    refused(nonce) {
      for (const wish of asked.values()) if (wish.nonce === nonce) wish.done();
    },
  };
}
