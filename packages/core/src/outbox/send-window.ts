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

/** What this link knows of an op. */
interface Flight {
  /** Appends sent that were not answered yet: only the answer to the last one counts. */
  open: number;
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
  /** Counts an answer; false when a later append of the same op is still to be answered. */
  answered(id: string): boolean;
  /** Starts again from the first un-acked op. */
  again(): void;
  /** Sends nothing until the next {@link SendWindow.pause} or session. */
  hold(): void;
  /** Whether it waits because the server asked for it, or for a token. */
  readonly held: ReadonlySignal<boolean>;
  /** Waits, then starts again; tells whether the op has now been refused too often. */
  pause(id: string, retryAfter: number | undefined): boolean;
}

/** The send window over an outbox. */
export function createSendWindow(env: Env, outbox: Outbox, send: (frame: Append) => void): SendWindow {
  const flights = new Map<string, Flight>();
  const held = signal(false);
  const alarm = createAlarm(env);
  let limit = 0;

  const flightOf = (id: string): Flight => {
    const flight = flights.get(id) ?? { open: 0, tries: 0, since: env.monotonic() };
    flights.set(id, flight);
    return flight;
  };
  const release = () => {
    alarm.stop();
    held.value = false;
  };
  const requeue = () => {
    outbox.put(
      outbox.entries
        .peek()
        .filter((entry) => entry.state === 'sending')
        .map((entry) => move(entry, 'queued')),
    );
  };

  const window: SendWindow = {
    open(size) {
      limit = size;
      for (const flight of flights.values()) flight.open = 0;
      release();
      window.again();
    },
    close() {
      limit = 0;
      release();
      requeue();
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
          flightOf(id).open++;
          sending.push(move(entry, 'sending'));
          send({ t: 'append', conversation, id, kind, body, serving, after: last.get(conversation)?.id });
        }
        last.set(conversation, entry);
      }
      outbox.put(sending);
    },
    answered(id) {
      const flight = flightOf(id);
      flight.open = Math.max(0, flight.open - 1);
      return flight.open === 0;
    },
    again() {
      if (held.peek()) return;
      requeue();
      window.pump();
    },
    held,
    hold() {
      alarm.stop();
      held.value = true;
      requeue();
    },
    pause(id, retryAfter) {
      const flight = flightOf(id);
      if (++flight.tries >= PARK_TRIES && env.monotonic() - flight.since >= PARK_MS) return true;
      window.hold();
      alarm.set(() => {
        release();
        window.pump();
      }, retryAfter ?? backoff(env, flight.tries));
      return false;
    },
  };
  return window;
}
