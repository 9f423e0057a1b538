import type { Database } from '../engines/open-database.ts';
import { createKeys } from '../keys.ts';
import type { OpeningHours } from '../shops/opening-hours.ts';
import { createOpenHours } from '../tickets/open-hours.ts';
import { type Board, type BoardQuery, boardOf, reachOf } from './board.ts';
import { daysOf } from './days-of.ts';
import type { Counted } from './measures/counted.ts';
import { AGAIN_MS } from './measures/resolution.ts';
import { type Caught, type CountedRow, createProjector } from './projector.ts';
import { createLogReader } from './read-log.ts';

const MINUTE_MS = 60_000;

/** What the numbers of a shop depend on beside the log. */
export interface NumbersSetup {
  readonly hours?: OpeningHours | undefined;
  readonly timeZone: string;
  readonly capacity: number;
}

/** A board, wished for. */
export interface BoardWish extends BoardQuery {
  readonly now: number;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** Counts and tells. Everything is done when it returns. */
export interface NumbersEngine {
  catchUp(conversations?: readonly string[]): Caught;
  rebuild(): Caught;
  board(wish: BoardWish): Board;
}

/** The numbers over two open databases: the log, read only, and the one of what was counted. */
export function createNumbersEngine(source: Database, own: Database, setup: NumbersSetup): NumbersEngine {
  const keys = createKeys(source);
  const log = createLogReader(source, keys);
  const projector = createProjector(own, log);
  const hours = createOpenHours(setup.hours, setup.timeZone);
  return {
    catchUp: projector.catchUp,
    rebuild: projector.rebuild,
    board({ now, groups, ...query }) {
      // A key that was deleted meanwhile opens nothing any more.
      keys.forget();
      const reach = reachOf(query, AGAIN_MS);
      const shoppers = new Map<string, number>();
      const rows = new Map<Counted, CountedRow>();
      for (const row of projector.sessions(reach.from, reach.to)) {
        const subject = log.subjectOf(row.n) ?? row.id;
        const shopper = shoppers.get(subject) ?? shoppers.size;
        shoppers.set(subject, shopper);
        rows.set({ conversation: row.id, shopper, shop: row.shop, session: row.session }, row);
      }
      return boardOf([...rows.keys()], query, {
        now,
        groups,
        days: daysOf(query.from, query.to, setup.timeZone),
        isOpen: (at) => hours.between(at, at + MINUTE_MS) > 0,
        capacity: setup.capacity,
        wordsOf(counted) {
          const row = rows.get(counted);
          return row ? projector.words(row) : [];
        },
      });
    },
  };
}
