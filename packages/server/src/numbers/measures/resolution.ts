import type { Session } from '../facts.ts';
import { type Talk, talksOf } from './bars.ts';
import { type Counted, dayOf, perDay, type Span } from './counted.ts';

/** Who comes back about the same thing within this was not helped, in milliseconds. */
export const AGAIN_MS = 72 * 3_600_000;

/** How one session with the bot ended. */
export type Outcome = 'resolved' | 'pending' | 'repeated' | 'abandoned' | 'assisted' | 'person';

/** What the bot did. Each session is in one of the six. */
export interface Resolution {
  /** Sessions in which the bot had a turn. */
  readonly of: number;
  /** No person took part and none was asked for: `resolved` + `pending` + `repeated` + `abandoned`. */
  readonly contained: number;
  readonly resolved: number;
  /** Younger than 72 hours: not yet known. */
  readonly pending: number;
  readonly repeated: number;
  readonly abandoned: number;
  readonly assisted: number;
  /** A person came, or was asked for, without anything from the bot to go on. */
  readonly person: number;
  readonly byDay: readonly Readonly<Record<Outcome, number>>[];
  readonly talks: Readonly<Record<'repeated' | 'abandoned', readonly Talk[]>>;
}

/** All sessions of a shopper, in order. */
export type ByShopper = ReadonlyMap<number, readonly Counted[]>;

/** Sessions by their shoppers. */
export function byShopperOf(all: readonly Counted[]): ByShopper {
  const byShopper = new Map<number, Counted[]>();
  for (const row of all) {
    const theirs = byShopper.get(row.shopper);
    if (theirs) theirs.push(row);
    else byShopper.set(row.shopper, [row]);
  }
  return byShopper;
}

const sharesTopic = (one: Session, other: Session): boolean =>
  Object.keys(one.topics).some((topic) => topic in other.topics) ||
  one.orders.some((order) => other.orders.includes(order));

function outcomeOf({ session }: Counted, later: readonly Counted[], now: number): Outcome {
  const { episodes, last, fallback } = session;
  if (episodes.length > 0)
    return episodes.some(({ joinedAt, brief }) => joinedAt !== undefined && brief) ? 'assisted' : 'person';
  if (fallback) return 'abandoned';
  const again = later.some(
    (one) => one.session.start > last && one.session.start - last <= AGAIN_MS && sharesTopic(session, one.session),
  );
  if (again) return 'repeated';
  return now - last < AGAIN_MS ? 'pending' : 'resolved';
}

/**
 * **Resolved by the bot** = no person took part, none was asked for, the session did not end with a question that the bot
 * did not understand or asked back about, and the shopper did not come back about the same answer, task or order within
 * 72 hours. **Contained** is no person alone; it rewards walls, so the four always stand together. **Assisted** = a person,
 * who was left what it is about. `byShopper` has the sessions after the span too, by which repeats are told.
 */
export function resolution(rows: readonly Counted[], span: Span, byShopper: ByShopper): Resolution {
  const none = () => ({ resolved: 0, pending: 0, repeated: 0, abandoned: 0, assisted: 0, person: 0 });
  const [sums, byDay] = [none(), perDay(span, none)];
  const behind: Record<'repeated' | 'abandoned', Counted[]> = { repeated: [], abandoned: [] };
  let of = 0;
  for (const row of rows) {
    if (row.session.turns === 0) continue;
    const outcome = outcomeOf(row, byShopper.get(row.shopper) ?? [], span.now);
    of += 1;
    sums[outcome] += 1;
    const day = byDay[dayOf(span, row.session.start)];
    if (day) day[outcome] += 1;
    if (outcome === 'repeated' || outcome === 'abandoned') behind[outcome].push(row);
  }
  const { resolved, pending, repeated, abandoned } = sums;
  return {
    of,
    contained: resolved + pending + repeated + abandoned,
    ...sums,
    byDay,
    talks: { repeated: talksOf(behind.repeated), abandoned: talksOf(behind.abandoned) },
  };
}
