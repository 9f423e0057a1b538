import type { Database } from '../engines/open-database.ts';
import { createKeys } from '../keys.ts';
import { type Drawn, drawnOf, drawSample } from '../quality/draw-sample.ts';
import type { QualityRule } from '../quality/rule.ts';
import type { ShopClaims } from '../quality/shop-claims.ts';
import type { OpeningHours } from '../shops/opening-hours.ts';
import { clockOf } from '../shops/wall-clock.ts';
import { createOpenHours } from '../tickets/open-hours.ts';
import { type Board, type BoardQuery, boardOf, reachOf, WEEK_MS } from './board.ts';
import { daysOf } from './days-of.ts';
import type { Hit } from './facts.ts';
import { AGAIN_MS } from './measures/resolution.ts';
import { type Caught, createProjector } from './projector.ts';
import { createLogReader } from './read-log.ts';

const MINUTE_MS = 60_000;
/** Four weeks, and the four before them. */
const USUAL_MS = 8 * WEEK_MS;

/** What the numbers of a shop depend on beside the log. */
export interface NumbersSetup {
  readonly timeZone: string;
  readonly capacity: number;
  readonly rules: readonly QualityRule[];
  /** What agents may say wrong; left out, nobody is judged by it. */
  readonly claims?: ShopClaims | undefined;
}

/** A board, wished for. */
export interface BoardWish extends BoardQuery {
  /** As they are now; without any the desk is always open. */
  readonly hours?: { readonly of: OpeningHours; readonly timeZone: string } | undefined;
  readonly now: number;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** A sample, wished for. Milliseconds since 1970, `to` exclusive. */
export interface SampleWish {
  readonly from: number;
  readonly to: number;
  readonly seed: string;
  readonly size: number;
}

/** One session of a conversation as it was judged. */
export interface Judged extends Drawn {
  readonly hits: readonly Hit[];
}

/** Counts and tells. Everything is done when it returns. */
export interface NumbersEngine {
  catchUp(conversations?: readonly string[]): Caught;
  /** Counts what came since, and takes into memory what is usually looked at. */
  open(): Caught;
  rebuild(): Caught;
  board(wish: BoardWish): Board;
  sample(wish: SampleWish): readonly Drawn[];
  /** Sessions of a conversation in which an agent took part. */
  judged(conversation: string): readonly Judged[];
}

/** The numbers over two open databases: the log, read only, and the one of what was counted. */
export function createNumbersEngine(source: Database, own: Database, setup: NumbersSetup): NumbersEngine {
  const keys = createKeys(source);
  const log = createLogReader(source, keys);
  const projector = createProjector(own, log, setup.rules, setup.claims);
  const rules = new Map(setup.rules.map((rule) => [rule.id, rule]));
  const wall = clockOf(setup.timeZone);
  return {
    catchUp: projector.catchUp,
    open() {
      const caught = projector.catchUp();
      const newest = projector.newest();
      projector.sessions(newest - USUAL_MS, newest + 1);
      return caught;
    },
    rebuild: projector.rebuild,
    sample: ({ from, to, ...draw }) => drawSample(projector.sessions(from, to), setup.rules, draw),
    judged: (conversation) =>
      projector
        .of(conversation)
        .filter(({ session }) => session.episodes.some(({ turns }) => turns.length > 0))
        .map((row) => ({ ...drawnOf(row, rules), hits: row.session.hits })),
    board({ now, groups, hours, ...query }) {
      const open = createOpenHours(hours?.of, hours?.timeZone ?? setup.timeZone);
      // A key that was deleted meanwhile opens nothing any more.
      keys.forget();
      projector.forgetErased();
      const reach = reachOf(query, AGAIN_MS);
      return boardOf(projector.sessions(reach.from, reach.to), query, {
        now,
        groups,
        days: daysOf(query.from, query.to, wall),
        isOpen: (at) => open.between(at, at + MINUTE_MS) > 0,
        capacity: setup.capacity,
        rules: setup.rules,
        wordsOf: projector.words,
      });
    },
  };
}
