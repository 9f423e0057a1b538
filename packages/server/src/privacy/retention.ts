import type { Env } from '@xiaoer/core/env';
import { ERASED, type EraseIn, erase } from '@xiaoer/host';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import { ticketsOf } from '../tickets/ticket-log.ts';
import type { Tickets } from '../tickets/tickets.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Audit } from './audit.ts';

/** For how long each class is kept, in days; 0 for ever. */
export interface Keeping {
  /** After a conversation's last event, once it is closed. */
  readonly conversationDays: number;
  /** After a file came. */
  readonly uploadDays: number;
  /** After a ticket was put away. */
  readonly ticketDays: number;
  /** Entries of the audit log. */
  readonly auditDays: number;
}

const DAY_MS = 86_400_000;
const LOOK_MS = 3_600_000;
/** So many of a class in one round: who talks comes first. */
const MOST = 500;

/** Deletes what has been kept for as long as the merchant says. */
export interface Retention {
  /** One round; how many of each class went. */
  run(): Promise<{
    readonly conversations: number;
    readonly uploads: number;
    readonly tickets: number;
    readonly audit: number;
  }>;
  start(): void;
  close(): void;
}

/**
 * Looks once an hour. Conversations and tickets go as they do when their shopper is erased: numbers stay, nothing can be read.
 * A shopper of whom nothing is left loses key and addresses as well.
 */
export function createRetention(about: {
  readonly env: Pick<Env, 'now' | 'timer' | 'log'>;
  readonly store: SqliteStore;
  readonly shop: string;
  readonly keeping: Keeping;
  readonly host: () => EraseIn;
  readonly tickets: () => Pick<Tickets, 'erase'>;
  readonly uploads: () => Pick<Uploads, 'forgetOlder' | 'sweepAll'>;
  readonly audit: Audit;
}): Retention {
  const { env, store, shop, keeping, host, tickets, uploads, audit } = about;
  const over = store.reader.prepare(
    `SELECT id, subject FROM conversation WHERE shop = ? AND closed = 1 AND subject <> '${ERASED}'
     AND (SELECT at FROM event WHERE conversation = n ORDER BY seq DESC LIMIT 1) < ? LIMIT ${MOST}`,
  );
  const left = store.reader.prepare(
    `SELECT 1 FROM conversation WHERE shop IN (?1, ?1 || '#tickets') AND subject = ?2
     UNION ALL SELECT 1 FROM conversation JOIN alias ON alias.shop = ?1 AND alias.account = ?2
       WHERE conversation.shop = ?1 || '#tickets' AND conversation.subject = alias.visitor
     UNION ALL SELECT 1 FROM upload WHERE shop = ?1 AND subject = ?2`,
  );
  let looking: (() => void) | undefined;
  let closed = false;

  const before = (days: number): number => (days === 0 ? Number.NEGATIVE_INFINITY : env.now() - days * DAY_MS);

  async function run() {
    const gone = { conversations: 0, uploads: 0, tickets: 0, audit: 0 };
    const subjects = new Set<string>();
    for (const { id, subject } of over.all(shop, before(keeping.conversationDays))) {
      if (closed) return gone;
      await erase(host(), String(id), () => store.erase(String(id), env.now()));
      subjects.add(String(subject));
      gone.conversations += 1;
    }
    for (const { id, subject } of over.all(ticketsOf(shop), before(keeping.ticketDays))) {
      await tickets().erase(String(id), () => store.erase(String(id), env.now()));
      subjects.add(String(subject));
      gone.tickets += 1;
    }
    if (keeping.uploadDays > 0) gone.uploads = await uploads().forgetOlder(before(keeping.uploadDays));
    for (const subject of subjects) if (!left.get(shop, subject)) await store.forget(shop, subject);
    await uploads().sweepAll();
    if (keeping.auditDays > 0) gone.audit = await audit.forget(before(keeping.auditDays));
    if (Object.values(gone).some((count) => count > 0)) {
      await audit.write('house', 'retention', 'house', JSON.stringify(gone));
      await store.scrub();
    }
    return gone;
  }

  const look = (): void => {
    if (closed) return;
    looking = env.timer(() => {
      void run()
        .catch((error: unknown) =>
          env.log('error', 'retention.failed', { error: error instanceof Error ? error.name : 'unknown' }),
        )
        .finally(look);
    }, LOOK_MS);
  };

  return {
    run,
    start: look,
    close() {
      closed = true;
      looking?.();
    },
  };
}
