import type { Env } from '@xiaoer/core/env';
import { type EraseIn, erase, type Log } from '@xiaoer/host';
import type { Row } from '../engines/open-database.ts';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import { ticketsOf } from '../tickets/ticket-log.ts';
import type { Tickets } from '../tickets/tickets.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Audit } from './audit.ts';
import { askErasure, openErasures, visitorsOf } from './erasure-rows.ts';

/** How often it is looked what the command asked for meanwhile, in milliseconds. */
const LOOK_MS = 2_000;
/** A shopper who goes on writing while erased begins a new conversation; so often it is erased as well. */
const ROUNDS = 20;

/** Erasures of shoppers, carried out one after the other by whichever process has the database open. */
export interface Erasures {
  /** Records the wish, so that a crash cannot lose it, and resolves when nothing is left to read. */
  erase(subject: string, who: string): Promise<void>;
  /** Takes up what was interrupted, and what the command asks for. */
  start(): void;
  close(): Promise<void>;
}

/** What erasing has to do with. */
export interface ErasurePorts {
  readonly env: Pick<Env, 'now' | 'timer' | 'log'>;
  readonly store: SqliteStore;
  readonly log: Pick<Log, 'allOf'>;
  readonly shop: string;
  readonly host: () => EraseIn;
  readonly tickets: () => Pick<Tickets, 'erase'>;
  readonly uploads: () => Pick<Uploads, 'sweepAll'>;
  readonly audit: Audit;
  /** What else holds something of a shopper in memory. */
  readonly onForgotten: (subject: string) => void;
}

/**
 * Each step may be repeated, and what is done is found in the database: an erasure that was cut off anywhere goes on from
 * there. Bodies are overwritten before the key goes, so that neither alone is trusted.
 */
export function createErasures(ports: ErasurePorts): Erasures {
  const { env, store, log, shop, host, tickets, uploads, audit, onForgotten } = ports;
  let busy: Promise<unknown> = Promise.resolve();
  let looking: (() => void) | undefined;
  let closed = false;

  async function takeWords(subject: string): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      for (const one of [subject, ...visitorsOf(store.reader, shop, subject)]) {
        for (const { id } of await log.allOf(shop, one)) await erase(host(), id, () => store.erase(id, env.now()));
        for (const { id } of await log.allOf(ticketsOf(shop), one))
          await tickets().erase(id, () => store.erase(id, env.now()));
      }
      if (await store.forget(shop, subject)) return;
    }
    throw new Error('the shopper writes faster than can be erased');
  }

  async function carryOut(row: Row): Promise<void> {
    const [n, subject] = [Number(row['n']), String(row['subject'])];
    if (row['state'] === 'asked') {
      await takeWords(subject);
      onForgotten(subject);
      await audit.write(String(row['who']), 'erase.done', audit.nameOf(subject));
      // From here on nobody knows any more whose wish it was.
      await store.run("UPDATE erasure SET state = 'forgotten', subject = '' WHERE n = ?", n);
    }
    await uploads().sweepAll();
    if (!(await store.scrub())) return env.log('warn', 'erasure.waits', { n, for: 'another process at the database' });
    await store.run("UPDATE erasure SET state = 'done', done_at = ? WHERE n = ?", env.now(), n);
  }

  /** One after the other, oldest first. */
  const work = (): Promise<void> => {
    const next = busy.then(async () => {
      for (const row of openErasures(store.reader, shop)) if (!closed) await carryOut(row);
    });
    busy = next.catch((error: unknown) =>
      env.log('error', 'erasure.failed', { error: error instanceof Error ? error.name : 'unknown' }),
    );
    return next;
  };

  const look = (): void => {
    looking = env.timer(() => void work().then(look, look), LOOK_MS);
  };

  return {
    async erase(subject, who) {
      await audit.write(who, 'erase.asked', audit.nameOf(subject));
      const n = await askErasure(store, { shop, subject, who, now: env.now() });
      await work();
      if (openErasures(store.reader, shop).some((row) => Number(row['n']) === n && row['state'] === 'asked'))
        throw new Error('the erasure is recorded and goes on');
    },
    start() {
      void work().catch(() => undefined);
      look();
    },
    async close() {
      closed = true;
      looking?.();
      await busy;
    },
  };
}
