import type { SqliteStore } from '../engines/sqlite-store.ts';

/** A notice that is to be sent: named after the first line that was not seen. */
export interface NoticeRow {
  readonly conversation: string;
  readonly seq: number;
  /** How often it was tried. */
  readonly tries: number;
  /** When it is tried next, milliseconds since 1970. */
  readonly at: number;
}

/**
 * How a notice ended: it was taken, the address was asked whose it is, there is nobody to tell, it was given up, or the
 * shopper saw it meanwhile.
 */
export type NoticeEnd = 'sent' | 'asked' | 'nowhere' | 'failed' | 'seen';

/** After these waits a notice is tried again; then it is given up. */
const AGAIN_MS = [60_000, 300_000, 1_800_000, 7_200_000, 21_600_000];

/** Conversations that ended lately and may hold something unseen, looked at after a start. */
const LATELY_MS = 3_600_000;
const MOST_ENDED = 1_000;

/** Notices as they are recorded, so that each is sent once though the server may start again. */
export function createNoticeRows({ reader, run }: Pick<SqliteStore, 'reader' | 'run'>, now: () => number) {
  const waiting = reader.prepare("SELECT * FROM notice WHERE state = 'waiting' ORDER BY at LIMIT 100");
  const known = reader.prepare('SELECT 1 FROM notice WHERE conversation = ? AND seq = ?');
  const ended = reader.prepare(
    `SELECT id FROM (SELECT n, id FROM conversation WHERE shop = ? AND closed = 1 ORDER BY n DESC LIMIT ${MOST_ENDED})
     WHERE (SELECT at FROM event WHERE conversation = n ORDER BY seq DESC LIMIT 1) > ?`,
  );
  return {
    /** False when it was begun before. */
    begin: async (conversation: string, seq: number): Promise<boolean> =>
      (await run(
        "INSERT OR IGNORE INTO notice (conversation, seq, at, state) VALUES (?, ?, ?, 'waiting')",
        conversation,
        seq,
        now(),
      )) === 1,
    knows: (conversation: string, seq: number): boolean => known.get(conversation, seq) !== undefined,
    waiting: (): readonly NoticeRow[] =>
      waiting.all().map((row) => ({
        conversation: String(row['conversation']),
        seq: Number(row['seq']),
        tries: Number(row['tries']),
        at: Number(row['at']),
      })),
    end: ({ conversation, seq }: NoticeRow, state: NoticeEnd) =>
      run('UPDATE notice SET state = ?, at = ? WHERE conversation = ? AND seq = ?', state, now(), conversation, seq),
    /** Another try later; false when it is given up. */
    async later(row: NoticeRow): Promise<boolean> {
      const wait = AGAIN_MS[row.tries];
      if (wait === undefined) {
        await this.end(row, 'failed');
        return false;
      }
      await run(
        'UPDATE notice SET tries = tries + 1, at = ? WHERE conversation = ? AND seq = ?',
        now() + wait,
        row.conversation,
        row.seq,
      );
      return true;
    },
    /** The address that was asked answered yes: what waited for that is sent. */
    askedAgain: (conversation: string) =>
      run(
        "UPDATE notice SET state = 'waiting', at = ? WHERE conversation = ? AND state IN ('asked', 'nowhere')",
        now(),
        conversation,
      ),
    /** Conversations that ended within the last hour: those that are open are read at start anyway. */
    endedLately: (shop: string): readonly string[] => ended.all(shop, now() - LATELY_MS).map(({ id }) => String(id)),
  };
}

/** What {@link createNoticeRows} makes. */
export type NoticeRows = ReturnType<typeof createNoticeRows>;
