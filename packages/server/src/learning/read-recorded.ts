import type { RecordedConversation } from '@xiaoer/assistant/learning';
import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Log } from '@xiaoer/host';
import type { Database } from '../engines/open-database.ts';
import { subjectOf } from '../identity/subject-of.ts';

const PAGE = 500;

/** Conversations of a shop by when something was said in them last. */
export interface Recorded {
  /** Those with an event at or after `since`, milliseconds since 1970; the newest conversation first. */
  ids(since: number): readonly string[];
  /** Changes with every event of the shop. */
  mark(): string;
  read(id: string): Promise<RecordedConversation | undefined>;
}

/** Reads recorded conversations out of the store. Tickets and versions stand under names of their own. */
export function createRecorded(about: {
  readonly reader: Pick<Database, 'prepare'>;
  readonly log: Pick<Log, 'head' | 'read'>;
  readonly shop: string;
  /** Language of the shop, for conversations that do not tell theirs. */
  readonly locale: string;
}): Recorded {
  const { reader, log, shop, locale } = about;
  const since = reader.prepare(
    `SELECT id FROM conversation WHERE shop = ?
     AND (SELECT at FROM event WHERE conversation = n ORDER BY seq DESC LIMIT 1) >= ? ORDER BY n DESC`,
  );
  const state = reader.prepare(
    `SELECT count(*) AS n, coalesce(sum((SELECT max(seq) FROM event WHERE conversation = n)), 0) AS heads
     FROM conversation WHERE shop = ?`,
  );
  return {
    ids: (from) => since.all(shop, from).map(({ id }) => String(id)),
    mark() {
      const row = state.get(shop);
      return `${row?.['n']}:${row?.['heads']}`;
    },
    async read(id) {
      const found = await log.head(id);
      if (!found) return undefined;
      const events: ChatEvent[] = [];
      for (let after = 0; ; ) {
        // What was trimmed is not read: the numbers begin later.
        const page = await log.read(id, after, PAGE);
        events.push(...page);
        const last = page.at(-1)?.seq ?? after + PAGE;
        if (last >= found.head) break;
        after = Math.max(last, after + PAGE);
      }
      const { record } = found;
      return { id, locale: record.locale ?? locale, signedIn: subjectOf(record.subject) !== undefined, events };
    },
  };
}
