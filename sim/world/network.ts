import type { LinkHandlers, Transport } from '@xiaoer/core';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { type Accept, createWire, type Wire } from './wire.ts';
import type { World } from './world.ts';

/** What becomes of a new connection. `silent` never answers, `deaf` opens and hears nothing, `captive`
 * answers with a page of HTML. */
export type NetworkMode = 'up' | 'refused' | 'silent' | 'deaf' | 'captive' | 'busy';

/** The way from one machine to the server. */
export interface Network {
  mode(): NetworkMode;
  /** How long the next frame takes, in milliseconds. */
  delay(): number;
  /** Whether frames of links that the page has closed still reach it, and twice. */
  readonly late: boolean;
  /** Tells the oracle of a frame that arrives. */
  heard(frame: string): void;
  said(frame: string): void;
  transport(life: Life, accept: Accept): Transport;
  /** The connections that were opened and may still live. */
  readonly wires: ReadonlySet<Wire>;
  set(mode: NetworkMode): void;
  /** From now on frames take up to so many milliseconds. */
  slow(most: number): void;
  keepLate(on: boolean): void;
}

const USUAL_MS = 40;

/** A network that works. `tap` is told of every frame that arrives, `up` for those to the server. */
export function createNetwork(world: World, random: Random, tap: (frame: string, up: boolean) => void): Network {
  const wires = new Set<Wire>();
  let mode: NetworkMode = 'up';
  let most = USUAL_MS;
  let late = false;
  const net: Network = {
    wires,
    mode: () => mode,
    delay: () => 1 + random.below(most),
    get late() {
      return late;
    },
    heard: (frame) => tap(frame, false),
    said: (frame) => tap(frame, true),
    transport: (life, accept) => ({
      name: 'wire',
      open(handlers: LinkHandlers) {
        const wire = createWire(world, net, life, handlers, accept);
        wires.add(wire);
        const close = () => {
          wires.delete(wire);
          wire.close();
        };
        // The machine ends what a dead page leaves open.
        life.whenDead(close);
        return { send: wire.send, close };
      },
    }),
    set(next) {
      mode = next;
    },
    slow(next) {
      most = Math.max(USUAL_MS, next);
    },
    keepLate(on) {
      late = on;
    },
  };
  return net;
}
