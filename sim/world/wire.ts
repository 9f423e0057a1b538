import type { Link, LinkHandlers } from '@xiaoer/core';
import type { Life } from './life.ts';
import type { Network } from './network.ts';
import type { World } from './world.ts';

/** What the server hands to a connection, and what the connection hands to it. */
export interface ServerEnd {
  receive(frame: string): void;
  closed(): void;
}

/** Answers a connection, or refuses it when nobody listens. */
export type Accept = (end: {
  send(frame: string): void;
  close(code: number, reason: string): void;
  /** The process is gone. */
  gone(): void;
  buffered(): number;
}) => ServerEnd | undefined;

/** One connection between a page and the server. */
export interface Wire extends Link {
  /** Ends it for both, as a reset does. */
  cut(): void;
  /** Ends it after some more frames in one direction; the last one arrives cut off. */
  cutAfter(direction: 'up' | 'down', frames: number, torn: boolean): void;
  /** Nothing arrives any more in these directions, and nobody is told. */
  mute(up: boolean, down: boolean): void;
}

/** How much of a link's way ends together, in milliseconds. */
const CLOSE_MS = 20;

/** Connects a page to the server over a network. */
export function createWire(world: World, net: Network, life: Life, handlers: LinkHandlers, accept: Accept): Wire {
  let server: ServerEnd | undefined;
  let pageOpen = true;
  let serverOpen = false;
  let queued = 0;
  const muted = { up: false, down: false };
  const last = { up: 0, down: 0 };
  const left = { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY };
  const torn = { up: false, down: false };
  let told = false;

  /** The moment at which a frame sent now arrives: never before the one sent before it. */
  const arrival = (direction: 'up' | 'down'): number => {
    last[direction] = Math.max(last[direction], world.now() + net.delay());
    return last[direction] - world.now();
  };
  const tellPage = (reason: string, ms: number, retryAfter?: number) =>
    world.after(ms, () =>
      life.input(() => {
        if (!pageOpen || told) return;
        told = true;
        handlers.onclose(reason, retryAfter);
      }),
    );
  const endServer = () => {
    if (!serverOpen) return;
    serverOpen = false;
    server?.closed();
  };
  const cut = () => {
    muted.up = muted.down = true;
    tellPage('cut', net.delay());
    world.after(net.delay(), endServer);
  };
  const spend = (direction: 'up' | 'down', text: string): string | undefined => {
    if (muted[direction]) return undefined;
    if (left[direction]-- > 0) return text;
    cut();
    return torn[direction] ? text.slice(0, text.length >> 1) : undefined;
  };

  const down = (text: string) => {
    const ms = arrival('down');
    queued += text.length;
    world.after(ms, () => {
      queued -= text.length;
      const frame = spend('down', text);
      // A page that closed the link may still get what was on its way: whoever holds a newer link drops it.
      if (frame === undefined || (!pageOpen && !net.late)) return;
      world.add('< ', frame);
      net.heard(frame);
      life.input(() => handlers.onframe(frame));
      if (!pageOpen && net.late) life.input(() => handlers.onframe(frame));
    });
  };

  const open = () => {
    if (!pageOpen) return;
    const mode = net.mode();
    if (mode === 'silent') return;
    if (mode === 'captive') {
      life.input(() => handlers.onopen());
      life.input(() => pageOpen && handlers.onframe('<html><title>Welcome to our Wi-Fi</title></html>'));
      tellPage('closed', 500);
      return;
    }
    if (mode === 'busy') {
      tellPage('429', 0, 1_000 + net.delay());
      return;
    }
    const end =
      mode === 'refused'
        ? undefined
        : accept({
            send: down,
            close(code, reason) {
              serverOpen = false;
              if (!muted.down) tellPage(`${code} ${reason}`, arrival('down'));
            },
            gone() {
              if (!serverOpen) return;
              serverOpen = false;
              if (!muted.down) tellPage('1006', net.delay());
              muted.up = muted.down = true;
            },
            buffered: () => queued,
          });
    if (!end) {
      tellPage('refused', 0);
      return;
    }
    server = end;
    serverOpen = true;
    if (mode === 'deaf') muted.up = muted.down = true;
    world.add('connected');
    life.input(() => pageOpen && handlers.onopen());
  };
  world.after(net.delay(), open);

  return {
    cut,
    send(text) {
      if (!pageOpen) return;
      world.after(arrival('up'), () => {
        const frame = spend('up', text);
        if (frame === undefined || !serverOpen) return;
        world.add('> ', frame);
        net.said(frame);
        server?.receive(frame);
      });
    },
    close() {
      if (!pageOpen) return;
      pageOpen = false;
      // What is on its way still arrives before the end does.
      if (!muted.up) world.after(arrival('up') + CLOSE_MS, endServer);
    },
    cutAfter(direction, frames, isTorn) {
      left[direction] = frames;
      torn[direction] = isTorn;
    },
    mute(up, down) {
      muted.up ||= up;
      muted.down ||= down;
    },
  };
}
