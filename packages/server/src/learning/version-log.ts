import { foldVersions, NO_VERSIONS, type VersionEvents, type Versions } from '@xiaoer/assistant/learning';
import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import type { Log } from '@xiaoer/host';

/** Guesses at the next number; only another process makes one fail. */
const GUESSES = 5;
const PAGE = 500;

/** Whose key seals what the shop knows: nobody's, so that erasing a shopper does not take it away. */
const SUBJECT = 'merchant';

/** Versions of a shop are kept under this name in the log of conversations. */
export const knowledgeOf = (shop: string): string => `${shop}#knowledge`;

/** The name of that log. No conversation can have it, for its ids have no colon. */
const logIdOf = (shop: string): string => `knowledge:${shop}`;

/** Something that is to be recorded. */
export type VersionChange = {
  readonly [K in keyof VersionEvents]: { readonly kind: K; readonly body: VersionEvents[K] };
}[keyof VersionEvents];

/** What the assistant of a shop was taught, as an append-only log. */
export interface VersionLog {
  /** As of the newest event that was read. */
  versions(): Versions;
  /** Reads what is new. */
  load(): Promise<Versions>;
  /** The number of what an author recorded under an id. */
  find(author: Participant, id: string): Promise<number | undefined>;
  /**
   * Appends, once for the same `id` of the same author. `check` looks at the versions right before it is written and may refuse
   * with a reason. Answers with the number of the event.
   */
  append(
    change: VersionChange,
    author: Participant,
    id: string,
    check?: (versions: Versions) => string | undefined,
  ): Promise<number | string>;
}

/** The versions of a shop, in the same store as its conversations. */
export function createVersionLog({
  log,
  shop,
  now,
}: {
  readonly log: Pick<Log, 'find' | 'head' | 'insert' | 'read'>;
  readonly shop: string;
  readonly now: () => number;
}): VersionLog {
  const id = logIdOf(shop);
  let versions = NO_VERSIONS;

  async function load(): Promise<Versions> {
    if (versions.head === 0 && !(await log.head(id))) return versions;
    for (;;) {
      const page = await log.read(id, versions.head, PAGE);
      versions = page.reduce(foldVersions, versions);
      if (page.length < PAGE) return versions;
    }
  }

  const find: VersionLog['find'] = async (author, opId) =>
    versions.head === 0 ? undefined : log.find(id, author.id, opId);

  return {
    versions: () => versions,
    load,
    find,
    async append({ kind, body }, author, opId, check) {
      for (let guess = 0; guess < GUESSES; guess++) {
        const known = await find(author, opId);
        if (known !== undefined) return known;
        const problem = check?.(versions);
        if (problem !== undefined) return problem;
        const event: ChatEvent = {
          seq: versions.head + 1,
          id: opId,
          at: now(),
          from: author,
          kind,
          // As it will be read.
          body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
        };
        const create = { id, shop: knowledgeOf(shop), subject: SUBJECT, createdAt: event.at };
        const first = event.seq === 1 ? { create } : {};
        const [taken] = await log.insert([{ conversation: id, ...first, events: [event] }]);
        if (taken) {
          versions = foldVersions(versions, event);
          return event.seq;
        }
        await load();
      }
      return 'busy';
    },
  };
}
