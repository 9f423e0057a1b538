import { connect, createServer, type Socket } from 'node:net';
import { seeded } from './seeded.ts';

/** `up` is towards the server. */
export type Way = 'up' | 'down';

/**
 * What happens to a connection once `at` bytes have gone `way` since the fault was laid on it.
 * `cut`: both ends hear an orderly end. `reset`: both hear a reset. `half-open`: nothing arrives any more, nobody hears of
 * it, and what one end closes stays open at the other. `slow` and `bytes`: the next `length` bytes come 64 at a time every
 * 5 ms, or one by one; then the connection gets another fault.
 */
export type Fault = { readonly way: Way; readonly at: number } & (
  | { readonly kind: 'cut' | 'reset' | 'half-open' }
  | { readonly kind: 'slow' | 'bytes'; readonly length: number }
);

/** A TCP proxy on a port of its own, whose connections suffer what a test lays on them. */
export interface FaultyProxy {
  readonly port: number;
  /** Faults that struck, by kind. */
  readonly struck: Readonly<Record<Fault['kind'], number>>;
  /** Connections that a fault has ended. */
  ended(): number;
  close(): void;
}

const SLOW = { bytes: 64, ms: 5 };

/** Opens a proxy to a port of this machine. `next` is asked for a fault by every connection, and again after each that it outlived. */
export async function openFaultyProxy(target: number, next: () => Fault | undefined): Promise<FaultyProxy> {
  const struck = { cut: 0, reset: 0, 'half-open': 0, slow: 0, bytes: 0 };
  const sockets = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const ends = { up: { from: near, to: far }, down: { from: far, to: near } };
    let fault = next();
    let left = fault?.at ?? 0;
    let swallows = false;
    /** Each way is a queue of pieces, which a slow one lets out later than they came. */
    const queues: Record<Way, Buffer[]> = { up: [], down: [] };
    const running = { up: false, down: false };
    let trickle: { way: Way; left: number; step: number; pause: () => Promise<void> } | undefined;

    const end = (how: 'cut' | 'reset') => {
      swallows = true;
      for (const socket of [near, far])
        if (how === 'reset') socket.resetAndDestroy();
        else socket.end(() => socket.destroy());
    };

    function strike({ kind, way, ...more }: Fault) {
      struck[kind]++;
      fault = undefined;
      if (kind === 'half-open') swallows = true;
      else if (kind === 'slow' || kind === 'bytes') {
        const pause = () =>
          new Promise<void>((resolve) => (kind === 'slow' ? setTimeout(resolve, SLOW.ms) : setImmediate(resolve)));
        const length = 'length' in more ? more.length : 0;
        trickle = { way, left: length, step: kind === 'slow' ? SLOW.bytes : 1, pause };
      } else end(kind);
    }

    /** Sends the head of a piece as far as it may go now; the rest goes back to the queue. */
    async function one(way: Way, piece: Buffer) {
      const slow = trickle?.way === way ? trickle : undefined;
      const struckHere = fault?.way === way ? left : Number.POSITIVE_INFINITY;
      const most = Math.min(piece.length, slow ? Math.min(slow.step, slow.left) : struckHere);
      if (most < piece.length) queues[way].unshift(piece.subarray(most));
      if (most > 0) await new Promise<void>((sent) => ends[way].to.write(piece.subarray(0, most), () => sent()));
      if (slow) {
        slow.left -= most;
        await slow.pause();
        if (slow.left > 0) return;
        trickle = undefined;
        fault = next();
        left = fault?.at ?? 0;
      } else if (fault?.way === way) {
        left -= most;
        if (left <= 0) strike(fault);
      }
    }

    async function run(way: Way) {
      if (running[way]) return;
      running[way] = true;
      for (let piece = queues[way].shift(); piece && !swallows; piece = queues[way].shift()) await one(way, piece);
      running[way] = false;
    }

    for (const way of ['up', 'down'] as const) {
      const { from, to } = ends[way];
      sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (piece: Buffer) => {
        if (swallows) return;
        queues[way].push(piece);
        void run(way);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        // Of a half-open connection the other end never hears.
        if (!swallows) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    struck,
    ended: () => struck.cut + struck.reset + struck['half-open'],
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Every kind as often as it stands here. */
const KINDS: readonly Fault['kind'][] = ['cut', 'cut', 'cut', 'reset', 'reset', 'half-open', 'slow', 'bytes'];

/** Faults without end, from a seed. One in five comes within the first bytes, where a connection is being made. */
export function sampledFaults(seed: number): () => Fault {
  const random = seeded(seed);
  return () => {
    const kind = KINDS[random(KINDS.length)] ?? 'cut';
    const way = random(2) === 0 ? 'up' : 'down';
    const at = random(random(5) === 0 ? 200 : 6_000);
    return kind === 'slow' || kind === 'bytes' ? { kind, way, at, length: 1 + random(2_000) } : { kind, way, at };
  };
}
