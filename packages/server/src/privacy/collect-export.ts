import type { ChatEvent } from '@xiaoer/core/protocol';
import type { ConversationRecord, Log } from '@xiaoer/host';
import { earlierTags } from '../earlier-tags.ts';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import type { Contacts } from '../notices/contacts.ts';
import type { OrderChanges } from '../shops/order-changes.ts';
import { ticketsOf } from '../tickets/ticket-log.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Audit } from './audit.ts';
import { visitorsOf } from './erasure-rows.ts';

const PAGE = 500;

/** A log with every event that is kept of it. */
export interface ExportedLog extends ConversationRecord {
  readonly events: readonly ChatEvent[];
}

/** An attached file as it was sent. */
export interface ExportedFile {
  readonly conversation: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Everything that is kept of one shopper. Times in milliseconds since 1970. */
export interface ShopperExport {
  readonly exportedAt: number;
  readonly shop: string;
  readonly subject: string;
  /** Visitors that this account was before it signed in. */
  readonly signIns: readonly { readonly visitor: string; readonly at: number }[];
  readonly addresses: readonly { readonly email: string; readonly verified: boolean; readonly stopped: boolean }[];
  /** What the assistant remembers. */
  readonly tags: readonly unknown[];
  readonly conversations: readonly ExportedLog[];
  readonly tickets: readonly ExportedLog[];
  readonly files: readonly ExportedFile[];
  readonly orderChanges: readonly {
    readonly order: string;
    readonly at: number;
    readonly address: unknown;
  }[];
  /** What was sent outside of the chat, or tried. */
  readonly notices: readonly { readonly conversation: string; readonly at: number; readonly state: string }[];
  /** Who looked at it, without names: `agent`, `command` or `house`. */
  readonly looks: readonly { readonly at: number; readonly by: string; readonly what: string }[];
}

/** What an export is read from. */
export interface ExportPorts {
  readonly store: Pick<SqliteStore, 'reader'>;
  readonly log: Log;
  readonly contacts: Pick<Contacts, 'of'>;
  readonly orders: Pick<OrderChanges, 'all'>;
  readonly uploads: Pick<Uploads, 'read'>;
  readonly audit: Pick<Audit, 'entries' | 'nameOf'>;
  readonly now: () => number;
}

const MOST_LOOKS = 10_000;

/** Reads everything of a shopper, as it is at this moment. */
export async function collectExport(
  { store: { reader }, log, contacts, orders, uploads, audit, now }: ExportPorts,
  shop: string,
  subject: string,
): Promise<ShopperExport> {
  const visitors = visitorsOf(reader, shop, subject);
  const subjects = [subject, ...visitors];

  async function logsOf(space: string): Promise<readonly ExportedLog[]> {
    const found = await Promise.all(subjects.map((one) => log.allOf(space, one)));
    const logs: ExportedLog[] = [];
    for (const record of found.flat().sort((a, b) => a.createdAt - b.createdAt)) {
      const events: ChatEvent[] = [];
      for (let at = (await log.first(record.id)) - 1; ; at += PAGE) {
        const page = await log.read(record.id, at, PAGE);
        events.push(...page);
        if (page.length < PAGE) break;
      }
      logs.push({ ...record, events });
    }
    return logs;
  }

  const conversations = await logsOf(shop);
  const files: ExportedFile[] = [];
  const attached = reader.prepare('SELECT file FROM attachment WHERE conversation = ?');
  for (const { id } of conversations)
    for (const { file } of attached.all(id)) {
      const found = await uploads.read(id, String(file));
      if (found !== undefined && found !== 'gone') files.push({ conversation: id, ...found });
    }
  const noticesOf = reader.prepare('SELECT conversation, at, state FROM notice WHERE conversation = ? ORDER BY seq');
  const claims = reader.prepare('SELECT visitor, at FROM alias WHERE shop = ? AND account = ? ORDER BY at');
  return {
    exportedAt: now(),
    shop,
    subject,
    signIns: claims.all(shop, subject).map(({ visitor, at }) => ({ visitor: String(visitor), at: Number(at) })),
    addresses: subjects
      .flatMap((one) => contacts.of(one))
      .filter((one, at, all) => all.findIndex(({ n }) => n === one.n) === at)
      .map(({ email, verified, stopped }) => ({ email, verified, stopped })),
    tags: await earlierTags(log, { id: '', shop, subject, createdAt: 0 }),
    conversations,
    tickets: await logsOf(ticketsOf(shop)),
    files,
    orderChanges: orders.all(subject),
    notices: conversations.flatMap(({ id }) =>
      noticesOf.all(id).map(({ at, state }) => ({ conversation: id, at: Number(at), state: String(state) })),
    ),
    looks: subjects
      .flatMap((one) => audit.entries(MOST_LOOKS, { about: audit.nameOf(one) }))
      .map(({ at, who, what }) => ({ at, by: who.startsWith('agent:') ? 'agent' : who, what })),
  };
}
