import type { Env } from '../../env/env.ts';
import type { Transport } from '../../transports/transport.ts';
import { Broken, inShort } from './verdict.ts';

/** A frame as it came: nothing is known of it but its type. */
export type RawFrame = Readonly<Record<string, unknown>> & { readonly t: string };

/** One link without a client behind it: what is sent is what the case says, what comes is kept as it came. */
export interface Wire {
  send(frame: object): void;
  /** Sends text that may be no frame at all. */
  sendText(text: string): void;
  /** Takes the oldest frame that fits, now or when it comes; {@link Broken} with `what` when none does in time. */
  take(what: string, fits: (frame: RawFrame) => boolean): Promise<RawFrame>;
  /** Waits until `done` answers with something; asked again after every frame. */
  until<T>(what: string, done: () => T | undefined, waitMs?: number): Promise<T>;
  /** Waits until the server has ended the link. */
  end(what: string): Promise<void>;
  /** Every frame so far, in order. */
  readonly frames: readonly RawFrame[];
  /** Why the server ended the link, or undefined while it lives. */
  readonly ended: string | undefined;
  /** Ends the link without a word. */
  cut(): void;
}

/** Opens a link; {@link Broken} when the server does not answer within `patienceMs`. */
export async function openWire(env: Env, transport: Transport, patienceMs: number): Promise<Wire> {
  const frames: RawFrame[] = [];
  const untaken: RawFrame[] = [];
  const waiting = new Set<() => void>();
  let opened = false;
  let ended: string | undefined;

  const stir = () => {
    for (const look of [...waiting]) look();
  };
  const link = transport.open({
    onopen() {
      opened = true;
      stir();
    },
    onframe(text) {
      const frame = JSON.parse(text) as RawFrame;
      frames.push(frame);
      untaken.push(frame);
      if (frame.t === 'ping') link.send('{"t":"pong","cursors":[]}');
      stir();
    },
    onclose(reason) {
      ended = reason;
      stir();
    },
  });

  const until = <T>(what: string, done: () => T | undefined, waitMs = patienceMs): Promise<T> =>
    new Promise((resolve, reject) => {
      const finish = () => {
        waiting.delete(look);
        cancel();
      };
      const look = () => {
        const found = done();
        if (found !== undefined) {
          finish();
          resolve(found);
        } else if (ended !== undefined) {
          finish();
          reject(new Broken(what, `the link ended: ${ended}`));
        }
      };
      const cancel = env.timer(() => {
        waiting.delete(look);
        const last = frames.slice(-3).map((frame) => inShort(frame));
        reject(new Broken(what, `nothing of the kind within ${waitMs} ms; last came ${last.join(' ') || 'nothing'}`));
      }, waitMs);
      waiting.add(look);
      look();
    });

  await until('the link opens', () => opened || undefined);
  return {
    frames,
    get ended() {
      return ended;
    },
    send: (frame) => link.send(JSON.stringify(frame)),
    sendText: (text) => link.send(text),
    until,
    take: (what, fits) =>
      until(what, () => {
        const at = untaken.findIndex(fits);
        return at < 0 ? undefined : untaken.splice(at, 1)[0];
      }),
    async end(what) {
      await until(what, () => (ended === undefined ? undefined : true));
    },
    cut: () => link.close(),
  };
}
