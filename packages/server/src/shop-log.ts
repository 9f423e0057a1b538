import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import type { Log } from '@xiaoer/host';

/** Guesses at the next number; only another process makes one fail. */
const GUESSES = 5;
const PAGE = 500;

/** Whose key seals what the merchant has set: nobody's, so that erasing a shopper does not take it away. */
const SUBJECT = 'merchant';

/** What the merchant changes of a shop, as an append-only log of its own, and what it comes to. */
export interface ShopLog<S, C> {
  /** As of the newest event that was read. */
  state(): S;
  /** Reads what is new. */
  load(): Promise<S>;
  /** The number of what an author recorded under an id. */
  find(author: Participant, id: string): Promise<number | undefined>;
  /**
   * Appends, once for the same `id` of the same author. `check` looks at the state right before it is written and may refuse
   * with a reason. Answers with the number of the event.
   */
  append(
    change: C,
    author: Participant,
    id: string,
    check?: (state: S) => string | undefined,
  ): Promise<number | string>;
}

/** A log of a shop in the same store as its conversations, and what it is folded into. */
export function createShopLog<
  S extends { readonly head: number },
  C extends { readonly kind: string; readonly body: object },
>(about: {
  readonly log: Pick<Log, 'find' | 'head' | 'insert' | 'read'>;
  /** Its name; with a colon, which no conversation has in its own. */
  readonly id: string;
  /** Under which it is kept beside those of the shop. */
  readonly space: string;
  readonly empty: S;
  readonly fold: (state: S, event: ChatEvent) => S;
  readonly now: () => number;
}): ShopLog<S, C> {
  const { log, id, space, fold, now } = about;
  let state = about.empty;

  async function load(): Promise<S> {
    if (state.head === 0 && !(await log.head(id))) return state;
    for (;;) {
      const page = await log.read(id, state.head, PAGE);
      state = page.reduce(fold, state);
      if (page.length < PAGE) return state;
    }
  }

  const find: ShopLog<S, C>['find'] = async (author, opId) =>
    state.head === 0 ? undefined : log.find(id, author.id, opId);

  return {
    state: () => state,
    load,
    find,
    async append({ kind, body }, author, opId, check) {
      for (let guess = 0; guess < GUESSES; guess++) {
        const known = await find(author, opId);
        if (known !== undefined) return known;
        const problem = check?.(state);
        if (problem !== undefined) return problem;
        const event: ChatEvent = {
          seq: state.head + 1,
          id: opId,
          at: now(),
          from: author,
          kind,
          // As it will be read.
          body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
        };
        const create = { id, shop: space, subject: SUBJECT, createdAt: event.at };
        const first = event.seq === 1 ? { create } : {};
        const [taken] = await log.insert([{ conversation: id, ...first, events: [event] }]);
        if (taken) {
          state = fold(state, event);
          return event.seq;
        }
        await load();
      }
      return 'busy';
    },
  };
}
