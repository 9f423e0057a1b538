import { randomBytes } from 'node:crypto';
import { nodeEnv } from '@xiaoer/core/env/node';
import type { ConformanceControl } from '@xiaoer/core/testing';
import type { Transport } from '@xiaoer/core/transports';
import { createHost, type Host, type SessionLink } from '@xiaoer/host';
import { createMemoryLog, type MemoryLog } from '@xiaoer/host/testing';
import { BOT, echo } from './inn.ts';

/** A frame, read; what a meddler makes of it goes on. */
export type Frame = Record<string, unknown> & { readonly t: string };

/** What a meddler may do beside changing frames. */
export interface Hands {
  readonly log: MemoryLog;
  /** Of this link: to the client, and to the house, past the meddler. */
  readonly down: (frame: Frame) => void;
  readonly up: (frame: Frame) => void;
  readonly end: () => void;
  /** After so many milliseconds, unless the house has crashed by then. */
  readonly later: (ms: number, task: () => void) => void;
}

/** Stands between one link and the house. An empty answer drops the frame. */
export interface Meddler {
  readonly up?: (frame: Frame) => readonly Frame[];
  readonly down?: (frame: Frame) => readonly Frame[];
}

/** Makes the meddler of one link. What is to be remembered from link to link is kept outside. */
export type Meddling = (hands: Hands) => Meddler;

const SHOP = 'inn';

/** A house in this process with everything that the kit asks for, and a meddler on each of its links. */
export async function openHouse(meddling: Meddling = () => ({})): Promise<{
  readonly env: ReturnType<typeof nodeEnv>;
  readonly shop: string;
  readonly transport: Transport;
  readonly control: ConformanceControl;
  close(): void;
}> {
  const env = nodeEnv();
  const closing = new Set<() => void>();
  let log = createMemoryLog();
  let life = 0;
  let host: Host;

  const start = async (): Promise<void> => {
    host = createHost({
      env,
      log,
      shop: { id: SHOP, name: 'The inn' },
      bot: BOT,
      responder: echo,
      enrich: async (content) => content.body as Record<string, unknown>,
      authenticate: async ({ token, secret }) =>
        token === undefined && /^[\w-]{43}$/.test(secret ?? '')
          ? { principal: { role: 'shopper', id: `visitor-${secret?.slice(0, 22)}` } }
          : { error: 'token-invalid' },
      settings: { heartbeatMs: 250, agentCapacity: 100 },
    });
    await host.start();
  };
  /** As when the process dies: no link hears another word, and nothing that waits is done. */
  const crash = async (): Promise<void> => {
    life += 1;
    for (const close of [...closing]) close();
    host.close();
    await start();
  };
  await start();

  const connect = (role: SessionLink['role']): Transport => ({
    name: 'in this process',
    open(handlers) {
      let open = true;
      const mine = life;
      /** One turn later, as over a network: no frame arrives while another is being sent. */
      const soon = (task: () => void) => void Promise.resolve().then(() => open && task());
      const finish = (reason: string): void => {
        if (!open) return;
        open = false;
        closing.delete(crashed);
        session.closed();
        handlers.onclose(reason);
      };
      const crashed = (): void => finish('crashed');
      closing.add(crashed);
      const deliver = (frame: Frame): void => soon(() => handlers.onframe(JSON.stringify(frame)));
      const session = host.connect({
        role,
        principal: role === 'agent' ? { role, id: 'lin', name: 'Lin' } : undefined,
        send: (text) => {
          const frame = JSON.parse(text) as Frame;
          for (const one of meddler.down?.(frame) ?? [frame]) deliver(one);
        },
        close: (code, reason) => soon(() => finish(`closed ${code} ${reason}`)),
        buffered: () => 0,
      });
      const meddler = meddling({
        log,
        down: deliver,
        up: (frame) => session.receive(JSON.stringify(frame)),
        end: () => soon(() => finish('closed 1008 unknown frame')),
        later: (ms, task) => void env.timer(() => open && life === mine && task(), ms),
      });
      soon(handlers.onopen);
      return {
        send: (text) =>
          soon(() => {
            let frame: Frame | undefined;
            try {
              frame = JSON.parse(text) as Frame;
            } catch {
              // Not JSON: the house must say so.
            }
            if (!frame || typeof frame.t !== 'string' || !meddler.up) session.receive(text);
            else for (const one of meddler.up(frame)) session.receive(JSON.stringify(one));
          }),
        close() {
          if (!open) return;
          open = false;
          closing.delete(crashed);
          session.closed();
        },
      };
    },
  });

  /** A log with all that another holds, as it is copied to a backup. */
  const copyOf = async (from: MemoryLog): Promise<MemoryLog> => {
    const copy = createMemoryLog(`memory-${randomBytes(4).toString('hex')}`);
    for (const create of await from.open(SHOP))
      await copy.insert([{ conversation: create.id, create, events: await from.read(create.id, 0, 10_000) }]);
    return copy;
  };

  return {
    env,
    shop: SHOP,
    transport: connect('shopper'),
    control: {
      restart: crash,
      async backup() {
        const copy = await copyOf(log);
        return async () => {
          log = copy;
          await crash();
        };
      },
      agent: connect('agent'),
    },
    close: () => host.close(),
  };
}
