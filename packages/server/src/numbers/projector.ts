import { type Database, rollBack } from '../engines/open-database.ts';
import { seal, unseal } from '../keys.ts';
import { createQualityFold } from '../quality/fold-quality.ts';
import type { QualityRule } from '../quality/rule.ts';
import type { ShopClaims } from '../quality/shop-claims.ts';
import { packSession, unpackSession } from './compact-session.ts';
import { emptyFacts, type FactsState, type Finished, foldFacts } from './fold-facts.ts';
import { hashOf } from './hash-of.ts';
import { createHeldSessions } from './held-sessions.ts';
import type { Counted } from './measures/counted.ts';
import { NUMBERS_VERSION } from './numbers-database.ts';
import type { LogReader, LogRow } from './read-log.ts';

/** Conversations of one transaction. */
const AT_ONCE = 500;

type Sealing = Pick<LogRow, 'id' | 'shop' | 'sealedFor'>;

const wordsPlace = (id: string, k: number): string => `${id}\nwords ${k}`;

/** What was done. */
export interface Caught {
  readonly conversations: number;
  readonly events: number;
  /** Conversations of which the log can no longer say everything: they stay as they were counted. */
  readonly kept: number;
}

/** Keeps what is counted in step with the log. */
export interface Projector {
  /** Counts what came since, of these conversations, or of all. */
  catchUp(conversations?: readonly string[]): Caught;
  /**
   * Counts everything anew. What was erased or trimmed stays as it was counted, if it was; if not, it counts as what is
   * left of it says.
   */
  rebuild(): Caught;
  forgetErased(): void;
  /** Sessions that began within a span, in that order. */
  sessions(from: number, to: number): readonly Counted[];
  /** All sessions of a conversation. */
  of(conversation: string): readonly Counted[];
  /** When the newest session began; 0 before any did. */
  newest(): number;
  /** Words of a session; none once their shopper was erased. */
  words(session: Counted): readonly string[];
}

/** A projector from a log into a file of its own. */
export function createProjector(
  own: Database,
  log: LogReader,
  rules: readonly QualityRule[],
  claims?: ShopClaims,
): Projector {
  const judge = createQualityFold(rules, claims);
  const ruled = hashOf(JSON.stringify(rules));
  const readMeta = own.prepare('SELECT value FROM meta WHERE name = ?');
  const writeMeta = own.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)');
  const known = own.prepare('SELECT n, id, seq, sessions, state FROM conversation WHERE n = ?');
  const seqs = own.prepare('SELECT n, seq FROM conversation');
  const keep = own.prepare(
    'INSERT OR REPLACE INTO conversation (n, id, shop, seq, sessions, state) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const keepSession = own.prepare('INSERT OR REPLACE INTO session (n, k, start, facts, words) VALUES (?, ?, ?, ?, ?)');
  const readSession = own.prepare('SELECT facts, words FROM session WHERE n = ? AND k = ?');
  const forgetSessions = own.prepare('DELETE FROM session WHERE n = ?');
  const forgetWords = own.prepare('UPDATE session SET words = NULL WHERE n = ? AND words IS NOT NULL');
  const newest = own.prepare('SELECT max(start) AS start FROM session');
  const readWords = own.prepare('SELECT words FROM session WHERE n = ? AND k = ?');

  const held = createHeldSessions(own, log);
  const sealings = new Map<number, Sealing>();
  /** What a transaction has written, for memory once it is committed. */
  let written: [n: number, k: number, facts: string][] = [];
  let gone: number[] = [];

  /** Whose key seals a conversation: it is the same for good, also after a claim. */
  function sealedFor(n: number): Sealing | undefined {
    const row = sealings.get(n) ?? log.find(n);
    if (row && !sealings.has(n)) sealings.set(n, { id: row.id, shop: row.shop, sealedFor: row.sealedFor });
    return row;
  }

  function openWords(row: Sealing, k: number, sealed: unknown): string[] {
    const key = log.key(row);
    if (!key || !(sealed instanceof Uint8Array)) return [];
    try {
      return JSON.parse(unseal(key, wordsPlace(row.id, k), sealed)) as string[];
    } catch {
      return [];
    }
  }

  function write(row: LogRow, k: number, { session, words }: Finished): void {
    const key = words.length > 0 ? log.key(row) : undefined;
    const sealed = key ? seal(key, wordsPlace(row.id, k), JSON.stringify(words)) : null;
    const facts = packSession(session);
    keepSession.run(row.n, k, session.start, facts, sealed);
    written.push([row.n, k, facts]);
  }

  /** Where counting goes on: after what is known, unless that is of another conversation or of a log that is gone. */
  function stateOf(row: LogRow): { readonly state: FactsState; readonly k: number } | undefined {
    const found = known.get(row.n);
    if (!found || found['id'] !== row.id || Number(found['seq']) > row.head) return undefined;
    const state = JSON.parse(String(found['state'])) as FactsState;
    const k = Number(found['sessions']);
    const open = readSession.get(row.n, k);
    if (open) {
      state.session = unpackSession(String(open['facts']));
      state.words = openWords(row, k, open['words']);
    }
    return { state, k };
  }

  /** Counts one conversation; `anew` from its beginning, if the log still has that. */
  function count(n: number, anew: boolean): { readonly events: number; readonly kept: boolean } {
    const row = log.find(n);
    if (!row || row.head === 0) return { events: 0, kept: false };
    const before = stateOf(row);
    const whole = anew && before ? log.read(row, 0) : undefined;
    const kept = whole?.erased === true && before !== undefined;
    const from = before && (!anew || kept) ? before : undefined;
    // Words of somebody who was erased do not even stay sealed.
    if (kept && !log.key(row)) forgetWords.run(n);
    const { events } = from ? log.read(row, from.state.seq) : (whole ?? log.read(row, 0));
    if (from && events.length === 0) return { events: 0, kept };
    const state = from?.state ?? emptyFacts(row.locale);
    let k = from?.k ?? 0;
    if (!from) {
      forgetSessions.run(n);
      gone.push(n);
    }
    for (const event of events) {
      const finished = foldFacts(state, event, judge);
      if (finished) write(row, k++, finished);
    }
    const { session, words, ...rest } = state;
    if (session) write(row, k, { session, words });
    keep.run(n, row.id, row.shop, state.seq, k, JSON.stringify({ ...rest, words: [] }));
    return { events: events.length, kept };
  }

  function countAll(places: readonly number[], anew: boolean): Caught {
    let [events, kept] = [0, 0];
    for (let at = 0; at < places.length; at += AT_ONCE) {
      own.exec('BEGIN IMMEDIATE');
      try {
        for (const n of places.slice(at, at + AT_ONCE)) {
          const done = count(n, anew);
          events += done.events;
          if (done.kept) kept += 1;
        }
        own.exec('COMMIT');
        for (const n of gone) {
          held.forget(n);
          sealings.delete(n);
        }
        for (const one of written) held.wrote(...one);
      } catch (error) {
        rollBack(own);
        throw error;
      } finally {
        [written, gone] = [[], []];
      }
    }
    return { conversations: places.length, events, kept };
  }

  /** Words of shoppers who were erased do not even stay sealed. */
  function forgetErased(): void {
    for (const n of log.erased()) forgetWords.run(n);
  }

  function rebuild(): Caught {
    const done = countAll(
      log.heads().map(({ n }) => n),
      true,
    );
    writeMeta.run('version', String(NUMBERS_VERSION));
    writeMeta.run('epoch', log.epoch());
    writeMeta.run('rules', ruled);
    return done;
  }

  return {
    catchUp(conversations) {
      const same = (name: string, value: string) => readMeta.get(name)?.['value'] === value;
      const current = same('version', String(NUMBERS_VERSION)) && same('epoch', log.epoch()) && same('rules', ruled);
      if (!current) return rebuild();
      if (!conversations) forgetErased();
      if (conversations)
        return countAll(
          conversations.flatMap((id) => log.place(id) ?? []),
          false,
        );
      const counted = new Map(seqs.all().map(({ n, seq }) => [Number(n), Number(seq)]));
      const behind = log.heads().filter(({ n, head }) => counted.get(n) !== head);
      return countAll(
        behind.map(({ n }) => n),
        false,
      );
    },
    rebuild,
    forgetErased,
    sessions: held.between,
    of(conversation) {
      const n = log.place(conversation);
      return n === undefined ? [] : held.of(n);
    },
    newest: () => Number(newest.get()?.['start'] ?? 0),
    words({ n, k }) {
      const sealed = readWords.get(n, k)?.['words'];
      const row = sealed === null ? undefined : sealedFor(n);
      return row ? openWords(row, k, sealed) : [];
    },
  };
}
