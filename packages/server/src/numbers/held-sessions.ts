import type { Database } from '../engines/open-database.ts';
import { viewSession } from './compact-session.ts';
import type { Counted } from './measures/counted.ts';
import type { LogReader } from './read-log.ts';

/** Sessions that are held in memory at most, the newest: some 60 MB. */
const MOST_HELD = 100_000;

/** Sessions that were counted, the newest of them in memory. */
export interface HeldSessions {
  /** Sessions that began within a span, in that order. */
  between(from: number, to: number): readonly Counted[];
  /** Sessions of one conversation, oldest first. */
  of(n: number): readonly Counted[];
  /** A session was written. */
  wrote(n: number, k: number, facts: string): void;
  /** What is held of a conversation is not so any more. */
  forget(n: number): void;
}

interface Whose {
  readonly id: string;
  readonly shop: string;
  readonly shopper: number;
}

/** Reads sessions of a database of numbers; whose they are is asked of the log. */
export function createHeldSessions(own: Database, log: LogReader): HeldSessions {
  const read = own.prepare('SELECT n, k, facts FROM session WHERE start >= ? AND start < ? ORDER BY start');
  const ofOne = own.prepare('SELECT k, facts FROM session WHERE n = ? ORDER BY k');
  const conversation = own.prepare('SELECT id, shop FROM conversation WHERE n = ?');
  const held = new Map<number, Counted[]>();
  const whose = new Map<number, Whose>();
  const shoppers = new Map<string, number>();
  let count = 0;
  /** Everything that began from here on is held. */
  let since = Number.POSITIVE_INFINITY;

  function whoseIs(n: number): Whose {
    const known = whose.get(n);
    if (known) return known;
    const row = conversation.get(n);
    const id = String(row?.['id'] ?? n);
    // Nobody knows any more whose an erased one was.
    const subject = log.subjectOf(n) ?? id;
    const shopper = shoppers.get(subject) ?? shoppers.size;
    shoppers.set(subject, shopper);
    const found = { id, shop: String(row?.['shop'] ?? ''), shopper };
    whose.set(n, found);
    return found;
  }

  function counted(n: number, k: number, facts: string): Counted {
    const { id, shop, shopper } = whoseIs(n);
    return { n, k, conversation: id, shop, shopper, session: viewSession(facts) };
  }

  function hold(row: Counted): void {
    const theirs = held.get(row.n);
    if (!theirs) held.set(row.n, [row]);
    else {
      const at = theirs.findIndex(({ k }) => k === row.k);
      if (at >= 0) {
        theirs[at] = row;
        return;
      }
      theirs.push(row);
    }
    count += 1;
  }

  /** Lets the older half go. */
  function shrink(): void {
    const starts = [...held.values()].flat().map(({ session }) => session.start);
    starts.sort((a, b) => a - b);
    since = starts[starts.length >> 1] ?? since;
    count = 0;
    for (const [n, rows] of held) {
      const left = rows.filter(({ session }) => session.start >= since);
      if (left.length > 0) held.set(n, left);
      else held.delete(n);
      count += left.length;
    }
  }

  const load = (from: number, to: number): readonly Counted[] =>
    read.all(from, to).map((row) => counted(Number(row['n']), Number(row['k']), String(row['facts'])));

  return {
    between(from, to) {
      const found: Counted[] = [];
      if (from < since) {
        const older = load(from, Math.min(since, Number.MAX_SAFE_INTEGER));
        if (older.length + count <= MOST_HELD) {
          for (const row of older) hold(row);
          since = from;
        } else found.push(...older.filter(({ session }) => session.start < to));
      }
      for (const rows of held.values())
        for (const row of rows) if (row.session.start >= from && row.session.start < to) found.push(row);
      return found.sort((a, b) => a.session.start - b.session.start || a.n - b.n);
    },
    of: (n) => ofOne.all(n).map((row) => counted(n, Number(row['k']), String(row['facts']))),
    wrote(n, k, facts) {
      // It may be another's since: a claim is written into the conversation.
      if (k === 0 || !held.has(n)) whose.delete(n);
      const { start } = JSON.parse(facts) as { readonly start: number };
      if (start < since) return;
      hold(counted(n, k, facts));
      if (count > MOST_HELD) shrink();
    },
    forget(n) {
      count -= held.get(n)?.length ?? 0;
      held.delete(n);
      whose.delete(n);
    },
  };
}
