import type { ChatEvent, Role } from '@xiaoer/core/protocol';
import { ERASED } from '@xiaoer/host';
import type { Database, Row } from '../engines/open-database.ts';
import type { Sealed } from '../engines/packed-batch.ts';
import { eventPlace, type Keys, unseal } from '../keys.ts';

/** A conversation as the log has it. */
export interface LogRow {
  readonly n: number;
  readonly id: string;
  readonly shop: string;
  /** Whose key seals it. */
  readonly sealedFor: string;
  readonly locale: string | undefined;
  readonly head: number;
}

/** The events after a number, and whether one of them has no body any more. */
export interface ReadEvents {
  readonly events: readonly ChatEvent[];
  readonly erased: boolean;
}

/** Reads the log for counting. */
export interface LogReader {
  /** All conversations with their newest numbers. */
  heads(): readonly { readonly n: number; readonly head: number }[];
  find(n: number): LogRow | undefined;
  place(id: string): number | undefined;
  /** The principal whose it is now; undefined when the conversation is gone, or its shopper was erased. */
  subjectOf(n: number): string | undefined;
  /** Conversations whose shopper was erased. */
  erased(): readonly number[];
  read(row: LogRow, after: number): ReadEvents;
  key(row: Pick<LogRow, 'shop' | 'sealedFor'>): Uint8Array | undefined;
  epoch(): string;
}

const EMPTY: Readonly<Record<string, unknown>> = {};

/** Bodies that nothing is counted of are not opened. */
const isClosedBook = (kind: string, role: string): boolean =>
  kind === 'read' ||
  kind === 'claimed' ||
  kind === 'note' ||
  (role === 'bot' && kind !== 'trace' && kind !== 'rating' && kind !== 'handoff');

/** A reader on a connection. Tickets, what was taught and what was set are logs too, and are not conversations. */
export function createLogReader(database: Database, keys: Keys): LogReader {
  const heads = database.prepare(
    `SELECT n, (SELECT max(seq) FROM event WHERE conversation = n) AS head FROM conversation WHERE shop NOT LIKE '%#%'`,
  );
  const find = database.prepare(
    `SELECT n, id, shop, coalesce(sealed_for, subject) AS sealed_for, locale,
       (SELECT max(seq) FROM event WHERE conversation = n) AS head FROM conversation WHERE n = ?`,
  );
  const place = database.prepare('SELECT n FROM conversation WHERE id = ?');
  const subject = database.prepare('SELECT subject FROM conversation WHERE n = ?');
  const erased = database.prepare('SELECT n FROM conversation WHERE subject = ?');
  const epoch = database.prepare("SELECT value FROM meta WHERE name = 'epoch'");
  const page = database.prepare(
    'SELECT seq, id, author, role, kind, at, sealed FROM event WHERE conversation = ? AND seq > ? ORDER BY seq',
  );

  function bodyOf(row: Row, id: string, key: Uint8Array | undefined): ChatEvent['body'] | undefined {
    const { sealed, seq } = row;
    if (!key || !(sealed instanceof Uint8Array) || sealed.length === 0) return undefined;
    try {
      const [body] = JSON.parse(unseal(key, eventPlace(id, Number(seq)), sealed)) as Sealed;
      return body;
    } catch {
      // Overwritten, or sealed with a key that is gone.
      return undefined;
    }
  }

  return {
    heads: () => heads.all().map(({ n, head }) => ({ n: Number(n), head: Number(head ?? 0) })),
    find(n) {
      const row = find.get(n);
      return (
        row && {
          n,
          id: String(row['id']),
          shop: String(row['shop']),
          sealedFor: String(row['sealed_for']),
          locale: row['locale'] === null ? undefined : String(row['locale']),
          head: Number(row['head'] ?? 0),
        }
      );
    },
    place(id) {
      const n = place.get(id)?.['n'];
      return n === undefined ? undefined : Number(n);
    },
    subjectOf(n) {
      const found = subject.get(n)?.['subject'];
      return found === undefined || found === ERASED ? undefined : String(found);
    },
    erased: () => erased.all(ERASED).map(({ n }) => Number(n)),
    read({ n, id, shop, sealedFor }, after) {
      const key = keys.find(shop, sealedFor);
      let erased = false;
      const events = page.all(n, after).map((row): ChatEvent => {
        const [role, kind] = [String(row['role']) as Role, String(row['kind'])];
        const body = isClosedBook(kind, role) ? EMPTY : bodyOf(row, id, key);
        if (!body) erased = true;
        return {
          seq: Number(row['seq']),
          id: String(row['id']),
          at: Number(row['at']),
          from: { role, id: String(row['author']) },
          kind,
          body: body ?? EMPTY,
        };
      });
      return { events, erased };
    },
    key: ({ shop, sealedFor }) => keys.find(shop, sealedFor),
    epoch: () => String(epoch.get()?.['value'] ?? ''),
  };
}
