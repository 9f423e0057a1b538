import type { Env } from '@xiaoer/core/env';
import type { Participant } from '@xiaoer/core/protocol';
import { type Authenticate, createHost, type Host, type Responder, type Session, trim } from '@xiaoer/host';
import { createLife, type Life } from './life.ts';
import type { Random } from './random.ts';
import type { Storage } from './storage.ts';
import type { UploadServer } from './upload-server.ts';
import type { Accept } from './wire.ts';
import type { World } from './world.ts';

/** The shop of every run. */
export const SHOP = 'inn';

/** The bot of every run. */
export const BOT: Participant = { role: 'bot', id: 'bot', name: '小二' };

/** The machine that the server's processes run on, one after the other. */
export interface Server {
  /** For a shopper's page, or an agent's whom the desk's cookie names. */
  accept(agent?: Participant): Accept;
  /** Kills the process; another starts after so many milliseconds. */
  crash(ms: number): void;
  /** Says goodbye first. */
  drain(windowMs: number, ms: number): void;
  /** Puts a backup in the place of the disk while no process runs. */
  restore(commits: number, ms: number): void;
  /** Retention takes what was said before that number. */
  trim(conversation: string, first: number): void;
  up(): boolean;
}

/** What the server needs from outside. */
export interface ServerPorts {
  readonly storage: Storage;
  readonly responder: Responder;
  readonly authenticate: Authenticate;
  readonly uploads: Pick<UploadServer, 'attach'>;
  /** Wall clock. */
  now(): number;
}

const WATCH_MS = 3_000;

/** A server whose first process starts at once. */
export function createServer(world: World, random: Random, ports: ServerPorts): Server {
  const { storage, responder, authenticate, uploads, now } = ports;
  let host: Host | undefined;
  let life: Life | undefined;
  const ends = new Set<() => void>();

  const died = () => {
    host = undefined;
    for (const end of [...ends]) end();
    ends.clear();
  };

  const start = (): void => {
    const mine = createLife(world);
    mine.whenDead(() => {
      died();
      // Whoever watches over processes starts another.
      world.after(WATCH_MS, () => (life === mine ? start() : undefined));
    });
    life = mine;
    const env: Env = { now, monotonic: world.now, timer: mine.timer, random: random.bytes, log: () => {} };
    const starting = createHost({
      env,
      log: storage.open(mine),
      shop: { id: SHOP, name: '悦来客栈' },
      bot: BOT,
      responder: (turn) => responder({ ...turn }),
      async enrich({ kind, body }, { author }) {
        if (kind === 'product' && body.product === 'none') return undefined;
        if (kind !== 'file') return { ...(body as Record<string, unknown>) };
        const stored = body.upload === undefined ? undefined : uploads.attach(author.id, kind, body.upload);
        return stored && { ...body, ...stored };
      },
      authenticate,
      settings: { rate: { perSecond: 2, burst: 20 }, queueLimitMs: 20_000, heartbeatMs: 25_000 },
    });
    world.add('server starts');
    starting.start().then(
      () => {
        if (mine.alive()) host = starting;
      },
      () => {
        // A log that cannot be read at start means no start at all.
        mine.kill();
        starting.close();
      },
    );
  };
  const crash = (ms: number, between?: () => void): void => {
    world.add('server dies');
    life?.kill();
    life = undefined;
    between?.();
    world.after(ms, () => life ?? start());
  };
  start();

  return {
    up: () => !!host,
    accept: (agent) => (end) => {
      const at = host;
      const mine = life;
      if (!at || !mine?.alive()) return undefined;
      let session: Session | undefined = at.connect({
        role: agent ? 'agent' : 'shopper',
        principal: agent,
        send: (text) => void (mine.alive() && end.send(text)),
        close: (code, reason) => void (mine.alive() && end.close(code, reason)),
        buffered: end.buffered,
      });
      const gone = () => {
        session = undefined;
        end.gone();
      };
      ends.add(gone);
      return {
        receive: (frame) => mine.input(() => session?.receive(frame)),
        closed: () => {
          ends.delete(gone);
          mine.input(() => session?.closed());
        },
      };
    },
    crash: (ms) => crash(ms),
    drain(windowMs, ms) {
      const at = host;
      const mine = life;
      if (!at || !mine) return;
      void at.drain(windowMs).then(() => {
        world.after(windowMs, () => {
          if (life !== mine) return;
          at.close();
          crash(ms);
        });
      });
    },
    trim(conversation, first) {
      if (host) trim(host, conversation, first).catch(() => {});
    },
    restore(commits, ms) {
      crash(Math.max(ms, 1), () => void storage.restore(commits));
    },
  };
}
