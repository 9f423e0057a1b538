import type { EraseIn } from '@xiaoer/host';
import { openDatabase } from '../engines/open-database.ts';
import { uploadsIn } from '../engines/schema.ts';
import { createSqliteLog } from '../engines/sqlite-log.ts';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import { lastingSecret } from '../lasting-secret.ts';
import { createNodeEnv, lineLog } from '../node-env.ts';
import { createContacts } from '../notices/contacts.ts';
import { createOrderChanges } from '../shops/order-changes.ts';
import { createUploads } from '../uploads/uploads.ts';
import { createAudit } from './audit.ts';
import { collectExport } from './collect-export.ts';
import { askErasure } from './erasure-rows.ts';
import { createErasures } from './erasures.ts';
import { writeExport } from './export-files.ts';
import type { FoundShopper } from './find-shopper.ts';

/** Who is named in the audit log for what the command does. */
const COMMAND = 'command';
/** How long the command waits for a server that runs, in milliseconds, and how often it looks. */
const WAIT_MS = 60_000;
const LOOK_MS = 200;

/** How much there is. */
export interface Counts {
  readonly conversations: number;
  readonly tickets: number;
  readonly files: number;
}

/** What the command does with one shopper. */
export interface ShopperDesk {
  count(): Promise<Counts>;
  writeExport(folder: string, locale: string): Promise<Counts>;
  /** True when nothing is left; false when a server that runs has not come to its end yet. */
  erase(): Promise<boolean>;
}

/** Whether no server is at the database: SQLite grants another kind of journal to the only connection alone. */
export async function isAlone(path: string): Promise<boolean> {
  const database = await openDatabase(path);
  try {
    database.exec('PRAGMA busy_timeout = 300; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** Nobody reads or writes beside the command. */
const still = (now: () => number): EraseIn => ({
  upkeep: {
    env: { now },
    lanes: { run: (_, task) => task() },
    conversations: { load: async () => undefined, apply: () => undefined, release: () => undefined },
  },
});

/** Opens what is needed for one shopper of a database. */
export async function openShopperDesk(
  store: SqliteStore,
  dataDir: string,
  { shop, subject }: FoundShopper,
  alone: boolean,
): Promise<ShopperDesk> {
  const env = createNodeEnv(lineLog('error'));
  const { now } = env;
  const log = createSqliteLog(store);
  const secret = (name: string) => lastingSecret(store, name);
  const audit = createAudit(store, { secret: await secret('audit-key'), now, log: env.log });
  const contacts = createContacts(store, { shop, secret: await secret('contact-key'), now });
  const uploads = createUploads({ store, shop, folder: uploadsIn(dataDir), now, log: env.log });
  uploads.close();
  const orders = createOrderChanges(store, shop, now);
  const collect = () => collectExport({ store, log, contacts, orders, uploads, audit, now }, shop, subject);
  const countOf = ({ conversations, tickets, files }: Awaited<ReturnType<typeof collect>>): Counts => ({
    conversations: conversations.length,
    tickets: tickets.length,
    files: files.length,
  });

  /** A server sees the wish within two seconds. */
  async function waitForServer(): Promise<boolean> {
    const open = store.reader.prepare("SELECT 1 FROM erasure WHERE shop = ? AND state IN ('asked', 'forgotten')");
    for (let waited = 0; waited < WAIT_MS && open.get(shop); waited += LOOK_MS)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    return open.get(shop) === undefined;
  }

  return {
    count: async () => countOf(await collect()),
    async writeExport(folder, locale) {
      await audit.write(COMMAND, 'export', audit.nameOf(subject), 'folder');
      const data = await collect();
      await writeExport(folder, data, locale);
      return countOf(data);
    },
    async erase() {
      const erasures = createErasures({
        ...{ env, store, log, shop, audit },
        host: () => still(now),
        tickets: () => ({ erase: async (_, commit) => void (await commit()) }),
        uploads: () => uploads,
        onForgotten: () => undefined,
      });
      if (alone) {
        await erasures.erase(subject, COMMAND);
        return true;
      }
      await audit.write(COMMAND, 'erase.asked', audit.nameOf(subject));
      await askErasure(store, { shop, subject, who: COMMAND, now: now() });
      return waitForServer();
    },
  };
}
