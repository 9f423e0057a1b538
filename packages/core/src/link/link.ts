import { type ReadonlySignal, signal } from '@preact/signals-core';
import { randomUpTo } from '../env/backoff.ts';
import type { LifecycleEvent } from '../env/env.ts';
import type { Scope } from '../env/scope.ts';
import {
  type ClientFrame,
  type Cursor,
  decodeServerFrame,
  encode,
  type Hello,
  type Nack,
  newId,
  PROTOCOL_VERSION,
  type ServerFrame,
  type Welcome,
} from '../protocol/index.ts';
import type { Link, Transport } from '../transports/transport.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createReconnect } from './reconnect.ts';

/** Bounds of waiting (rule 9), and of the question whether a link survived a sleep (rule 5). */
const CONNECT_MS = 10_000;
const HELLO_MS = 6_000;
const PROBE_MS = 2_500;
const ONLINE_MS = 500;

/** State of the link, as {@link Connection} shows it. */
export interface LinkState {
  readonly state: 'idle' | 'connecting' | 'online' | 'offline' | 'stopped';
  readonly problem?: string | undefined;
  readonly retryAt?: number | undefined;
}

/** What the link needs from the session, and tells it. */
export interface LinkPort {
  readonly env: Scope;
  readonly transport: Transport;
  /** Who we are and what we have; may wait for a token. */
  hello(): Promise<Omit<Hello, 't' | 'v' | 'nonce'>>;
  cursors(): readonly Cursor[];
  /** Gets another token; false when there is none to get. */
  reauth(): Promise<boolean>;
  /** A frame of the current link; `current` says whether it still is when the frame's turn comes. */
  received(frame: ServerFrame, current: () => boolean): void;
  /** The link is gone; another may come. */
  lost(): void;
}

/** The way to the server over any number of connections. */
export interface SessionLink {
  readonly state: ReadonlySignal<LinkState>;
  start(): void;
  stop(): void;
  /** Says hello again on the living link, unless a hello is outstanding. */
  hello(): void;
  send(frame: ClientFrame): void;
  /** Drops the connection and opens another. */
  restart(reason: string): void;
  /** A sign that the page or the network came back. */
  wake(event: LifecycleEvent): void;
}

/** The link of one session. */
export function createLink(port: LinkPort): SessionLink {
  const { env, transport } = port;
  const state = signal<LinkState>({ state: 'idle' });
  let wanted = false;
  let turn = {};
  let link: Link | undefined;
  let nonce: string | undefined;
  let refreshed = false;
  let leaveBy: number | undefined;
  let cancelDeadline = () => {};

  const limit = (ms: number, reason: string) => {
    cancelDeadline();
    cancelDeadline = env.timer(() => lost(reason), ms);
  };
  const send = (frame: ClientFrame) => link?.send(encode(frame));
  const heartbeat = createHeartbeat(env, { dead: () => lost('silent'), slept: () => void hello(PROBE_MS) });
  const reconnect = createReconnect(env, open);

  function drop(next: LinkState) {
    turn = {};
    cancelDeadline();
    heartbeat.stop();
    reconnect.cancel();
    const gone = link;
    link = undefined;
    nonce = undefined;
    state.value = next;
    // The socket's own close event may take minutes; nobody waits for it.
    gone?.close();
    port.lost();
  }

  function lost(problem: string, retryAfter?: number) {
    const left = leaveBy === undefined ? undefined : Math.max(0, leaveBy - env.monotonic());
    leaveBy = undefined;
    drop({ state: 'offline', problem });
    if (!wanted) return;
    const delay = reconnect.plan(left ?? retryAfter);
    state.value = { state: 'offline', problem, retryAt: env.now() + delay };
  }

  function stop(next: LinkState) {
    wanted = false;
    leaveBy = undefined;
    drop(next);
  }

  function open() {
    reconnect.cancel();
    const mine = {};
    turn = mine;
    const here = () => turn === mine;
    state.value = { ...state.peek(), state: 'connecting', retryAt: undefined };
    limit(CONNECT_MS, 'connect-timeout');
    try {
      link = transport.open({
        onopen: () => void (here() && hello()),
        onframe: (text) => here() && read(text, here),
        onclose: (reason, retryAfter) => here() && lost(reason, retryAfter),
      });
    } catch (error) {
      env.log('warn', 'transport-failed', { name: (error as Error).name });
      lost('transport');
    }
  }

  async function hello(ms = HELLO_MS) {
    if (nonce) return;
    const mine = newId(env.random);
    const asked = turn;
    nonce = mine;
    cancelDeadline();
    const fields = await port.hello().catch(() => undefined);
    if (turn !== asked || nonce !== mine) return;
    if (!fields) return lost('token-unavailable');
    limit(ms, 'hello-timeout');
    send({ t: 'hello', v: PROTOCOL_VERSION, nonce: mine, ...fields });
  }

  function welcomed(frame: Welcome, here: () => boolean) {
    // An answer to an earlier hello speaks of cursors that are no longer ours (rule 5).
    if (frame.nonce !== nonce) return;
    nonce = undefined;
    refreshed = false;
    cancelDeadline();
    heartbeat.start(frame.heartbeat);
    reconnect.welcomed();
    state.value = { state: 'online' };
    port.received(frame, here);
  }

  /** A refused hello. */
  async function refused({ class: kind, code, retryAfter }: Nack) {
    const asked = turn;
    if (kind === 'rejected') return stop({ state: 'stopped', problem: code });
    if (kind !== 'reauth' || refreshed) return lost(code, retryAfter);
    refreshed = true;
    cancelDeadline();
    const again = await port.reauth().catch(() => false);
    if (turn !== asked) return;
    nonce = undefined;
    if (again) void hello();
    else lost(code, retryAfter);
  }

  function read(text: string, here: () => boolean) {
    heartbeat.seen();
    const decoded = decodeServerFrame(text);
    if (!decoded.ok) {
      if (!decoded.ignore) env.log('warn', 'frame-unreadable', { problem: decoded.problem });
      return;
    }
    const { frame } = decoded;
    if (frame.t === 'welcome') return welcomed(frame, here);
    if (frame.t === 'nack' && frame.class === 'fatal') return stop({ state: 'stopped', problem: frame.code });
    if (frame.t === 'nack' && nonce && frame.nonce === nonce) return void refused(frame);
    if (frame.t === 'ping') send({ t: 'pong', cursors: port.cursors() });
    if (frame.t === 'goaway') {
      // Stays until its moment in the window; a link that ends before keeps that moment (rule 6).
      const wait = randomUpTo(env, frame.windowMs);
      leaveBy = env.monotonic() + wait;
      env.timer(() => here() && lost('goaway'), wait);
      return;
    }
    port.received(frame, here);
  }

  return {
    state,
    start() {
      if (wanted) return;
      wanted = true;
      open();
    },
    stop() {
      if (state.peek().state === 'online') send({ t: 'bye', cursors: port.cursors() });
      stop({ state: 'idle' });
    },
    hello: () => void (state.peek().state === 'online' && hello()),
    send,
    restart(reason) {
      if (!wanted) return;
      lost(reason);
    },
    wake(event) {
      if (!wanted) return;
      if (state.peek().state === 'online') void hello(PROBE_MS);
      else if (!reconnect.waiting()) return;
      else if (event === 'online') reconnect.plan(randomUpTo(env, ONLINE_MS));
      else open();
    },
  };
}
