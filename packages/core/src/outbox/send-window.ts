import { type ReadonlySignal, signal } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import { backoff } from '../env/backoff.ts';
import type { Env } from '../env/env.ts';
import type { Append } from '../protocol/index.ts';
import { type Entry, isPending, move } from './entry.ts';
import type { Outbox } from './outbox.ts';

/** Tries of one op before it is parked, and the time over which they must have been spread (rule 7). */
const PARK_TRIES = 20;
const PARK_MS = 3_600_000;

/** How often an op was refused for now, and since when. */
interface Refusals {
  tries: number;
  since: number;
}

/** Sends the outbox in order, a few ops at a time. */
export interface SendWindow {
  /** A session is open: everything un-acked is sent again from the first (rule 4). */
  open(limit: number): void;
  /** The link is gone. */
  close(): void;
  /** Sends what may be sent now. */
  pump(): void;
  /** Sends nothing until the next {@link SendWindow.pause} or session. */
  hold(): void;
  /** Whether it waits because the server asked for it, or for a token. */
  readonly held: ReadonlySignal<boolean>;
  /** Waits, then starts again; tells whether the op has now been refused too often. */
  pause(id: string, retryAfter: number | undefined): boolean;
}

/** The send window over an outbox. */
export function createSendWindow(env: Env, outbox: Outbox, send: (frame: Append) => void): SendWindow {
  const refusals = new Map<string, Refusals>();
  const held = signal(false);
  const alarm = createAlarm(env);
  let limit = 0;

  const release = () => {
    alarm.stop();
    held.value = false;
  };

  const window: SendWindow = {
    open(size) {
      limit = size;
      release();
      window.pump();
    },
    close() {
      limit = 0;
      release();
      outbox.put(outbox.entries.peek().map((entry) => (entry.state === 'sending' ? move(entry, 'queued') : entry)));
    },
    pump() {
      if (!limit || held.peek()) return;
      const last = new Map<string, Entry>();
      const sending: Entry[] = [];
      let free = limit;
      for (const entry of outbox.entries.peek()) {
        if (!isPending(entry)) continue;
        if (free-- <= 0) break;
        const { id, conversation, kind, body, serving } = entry;
        if (entry.state === 'queued') {
          sending.push(move(entry, 'sending', { tried: true }));
          send({ t: 'append', conversation, id, kind, body, serving, after: last.get(conversation)?.id });
        }
        last.set(conversation, entry);
      }
      outbox.put(sending);
    },
    held,
    hold() {
      alarm.stop();
      held.value = true;
    },
    pause(id, retryAfter) {
      const { tries, since } = refusals.get(id) ?? { tries: 0, since: env.monotonic() };
      if (tries + 1 >= PARK_TRIES && env.monotonic() - since >= PARK_MS) return true;
      refusals.set(id, { tries: tries + 1, since });
      window.hold();
      alarm.set(
        () => {
          release();
          window.pump();
        },
        retryAfter ?? backoff(env, tries + 1),
      );
      return false;
    },
  };
  return window;
}
