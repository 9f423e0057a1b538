import type { Env } from '@xiaoer/core/env';
import { ERASED, type Host, type Log } from '@xiaoer/host';
import type { SqliteStore } from './engines/sqlite-store.ts';
import type { Agents } from './identity/agents.ts';
import type { Groups } from './identity/groups.ts';
import { createScope, type Scope } from './identity/scope.ts';
import { lastingSecret } from './lasting-secret.ts';
import type { Contacts } from './notices/contacts.ts';
import { type Audit, createAudit } from './privacy/audit.ts';
import { collectExport, type ShopperExport } from './privacy/collect-export.ts';
import { createErasures, type Erasures } from './privacy/erasures.ts';
import { createRetention, type Keeping, type Retention } from './privacy/retention.ts';
import { createOrderChanges } from './shops/order-changes.ts';
import type { Tickets } from './tickets/tickets.ts';
import type { Uploads } from './uploads/uploads.ts';

/** What the house does with what it keeps of people. */
export interface Privacy {
  readonly audit: Audit;
  readonly scope: Scope;
  readonly erasures: Erasures;
  readonly retention: Retention;
  collect(subject: string): Promise<ShopperExport>;
  /** An agent opened a conversation. */
  onRead(agent: string, conversation: string): void;
  start(): void;
  close(): Promise<void>;
}

/** Wires erasure, export, retention and the audit log to the rest of the house. */
export async function openPrivacy(about: {
  readonly env: Env;
  readonly store: SqliteStore;
  readonly log: Log;
  readonly shop: string;
  readonly agents: Agents;
  readonly groups: Groups;
  readonly contacts: Contacts;
  readonly tickets: Tickets;
  readonly uploads: Uploads;
  readonly keeping: Keeping;
  readonly host: () => Host;
  readonly onForgotten: (subject: string) => void;
}): Promise<Privacy> {
  const { env, store, log, shop, agents, contacts, host, keeping, onForgotten } = about;
  const audit = createAudit(store, { secret: await lastingSecret(store, 'audit-key'), now: env.now, log: env.log });
  const ports = { env, store, shop, host, audit, tickets: () => about.tickets, uploads: () => about.uploads };
  const erasures = createErasures({ ...ports, log, onForgotten });
  const retention = createRetention({ ...ports, keeping });
  const orders = createOrderChanges(store, shop, env.now);
  return {
    audit,
    scope: createScope({ agents, groups: about.groups, host, log, shop, now: env.monotonic }),
    erasures,
    retention,
    collect: (subject) =>
      collectExport({ store, log, contacts, orders, uploads: about.uploads, audit, now: env.now }, shop, subject),
    onRead(agent, conversation) {
      void log.head(conversation).then(
        (found) => {
          if (found && found.record.subject !== ERASED)
            audit.read(agent, 'read.conversation', found.record.subject, conversation);
        },
        () => undefined,
      );
    },
    start() {
      erasures.start();
      retention.start();
    },
    async close() {
      retention.close();
      await erasures.close();
      await audit.idle();
    },
  };
}
