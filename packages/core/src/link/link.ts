import { type ReadonlySignal, signal } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import { backoff, randomUpTo } from '../env/backoff.ts';
import type { LifecycleEvent } from '../env/env.ts';
import { type Scope, scopeOf } from '../env/scope.ts';
import { warn } from '../env/warn.ts';
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

/** Bounds of waiting (rule 9), and of the question whether a link survived a sleep (rule 5). */
const CONNECT_MS = 10_000;
const HELLO_MS = 6_000;
const PROBE_MS = 2_500;
const ONLINE_MS = 500;

/** A link must live so long after `welcome` before failures are forgotten (rule 6). */
const STABLE_MS = 10_000;

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
  reauth(code: string): Promise<boolean>;
  /** A frame of the current connection; `gone` says whether that has ended when the frame's turn comes. */
  received(frame: ServerFrame, gone: () => boolean): void;
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
  /** Sends in an open session; otherwise it does nothing. */
  send(frame: ClientFrame): void;
  /** Whether a session is open. */
  online(): boolean;
  /** Drops the connection and opens another. */
  restart(reason: string): void;
  /** A sign that the page or the network came back. */
  wake(event: LifecycleEvent): void;
}

/** The link of one session. */
export function createLink(port: LinkPort): SessionLink {
  const { env } = port;
  const state = signal<LinkState>({ state: 'idle' });
  /** Rings when the connection, or the answer to a hello, is too late; while offline, when it is time to try again. */
  const alarm = createAlarm(env);
  let wanted = false;
  let failures = 0;
  /** The lifetime of one connection: its timers end with it, and what it still says is not heard. */
  let connection = scopeOf(env);
  let link: Link | undefined;
  let heard: (() => void) | undefined;
  let nonce: string | undefined;
  let leaveBy: number | undefined;

  const post = (frame: ClientFrame) => link?.send(encode(frame));
  const online = () => state.peek().state === 'online';
  const send = (frame: ClientFrame) => void (online() && post(frame));

  function drop(next: LinkState) {
    connection.end();
    alarm.stop();
    const gone = link;
    link = heard = nonce = leaveBy = undefined;
    state.value = next;
    // The socket's own close event may take minutes; nobody waits for it.
    gone?.close();
    port.lost();
  }

  function lost(problem: string, retryAfter?: number) {
    const delay = leaveBy ? Math.max(0, leaveBy - env.monotonic()) : (retryAfter ?? backoff(env, failures++));
    drop({ state: 'offline', problem, retryAt: env.now() + delay });
    alarm.set(open, delay);
  }

  function stop(next: LinkState) {
    wanted = false;
    drop(next);
  }

  function open() {
    connection = scopeOf(env);
    const { ended } = connection;
    state.value = { state: 'connecting', problem: state.peek().problem };
    alarm.set(() => lost('connect-timeout'), CONNECT_MS);
    try {
      link = port.transport.open({
        onopen: () => void (ended() || hello()),
        onframe: (text) => ended() || read(text),
        onclose: (reason, retryAfter) => ended() || lost(reason, retryAfter),
      });
    } catch (error) {
      warn(env, 'transport-failed', error);
      lost('transport');
    }
  }

  async function hello(ms = HELLO_MS) {
    if (nonce) return;
    const mine = newId(env.random);
    nonce = mine;
    alarm.stop();
    const fields = await port.hello().catch(() => undefined);
    if (nonce !== mine) return;
    if (!fields) return lost('token-unavailable');
    alarm.set(() => lost('hello-timeout'), ms);
    post({ t: 'hello', v: PROTOCOL_VERSION, nonce: mine, ...fields });
  }

  function welcomed(frame: Welcome) {
    // An answer to an earlier hello speaks of cursors that are no longer ours (rule 5).
    if (frame.nonce !== nonce) return;
    nonce = undefined;
    alarm.stop();
    heard ??= createHeartbeat(
      connection,
      frame.heartbeat,
      () => lost('silent'),
      () => void hello(PROBE_MS),
    );
    connection.timer(() => {
      failures = 0;
    }, STABLE_MS);
    state.value = { state: 'online' };
    port.received(frame, connection.ended);
  }

  /** A refused hello: the next one has another token, where there is one to get (rule 7). */
  function refused({ class: kind, code, retryAfter }: Nack) {
    if (kind === 'rejected' || kind === 'fatal') return stop({ state: 'stopped', problem: code });
    if (kind === 'reauth') port.reauth(code).catch(() => {});
    lost(code, retryAfter);
  }

  function read(text: string) {
    heard?.();
    const frame = decodeServerFrame(text);
    if (!frame) return env.log('warn', 'frame-unreadable');
    if (frame.t === 'welcome') return welcomed(frame);
    if (frame.t === 'nack' && (frame.class === 'fatal' || (nonce && frame.nonce === nonce))) return refused(frame);
    if (frame.t === 'ping') post({ t: 'pong', cursors: port.cursors() });
    if (frame.t === 'goaway') {
      // Stays until its moment in the window; a link that ends before keeps that moment (rule 6).
      const wait = randomUpTo(env, frame.windowMs);
      leaveBy = env.monotonic() + wait;
      connection.timer(() => lost('goaway'), wait);
      return;
    }
    port.received(frame, connection.ended);
  }

  return {
    state,
    start() {
      if (wanted || env.ended()) return;
      wanted = true;
      open();
    },
    stop() {
      send({ t: 'bye', cursors: port.cursors() });
      stop({ state: 'idle' });
    },
    hello: () => void (online() && hello()),
    send,
    online,
    restart: (reason) => void (wanted && lost(reason)),
    wake(event) {
      if (!wanted) return;
      if (online()) void hello(PROBE_MS);
      else if (state.peek().state !== 'offline') return;
      else if (event === 'online') alarm.set(open, randomUpTo(env, ONLINE_MS));
      else open();
    },
  };
}
