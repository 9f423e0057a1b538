import { type Signal, signal } from '@preact/signals-core';
import type { Append } from '../protocol/index.ts';
import { type Entry, isPending, move } from './entry.ts';
import type { Outbox } from './outbox.ts';

/** Sends the outbox in order, a few ops at a time. */
export interface SendWindow {
  /** A session is open: everything un-acked is sent again from the first (rule 4). */
  open(limit: number): void;
  /** The link is gone. */
  close(): void;
  /** Sends what may be sent now. */
  pump(): void;
  /** Whether it waits because the server asked for it, or for a token; over with the link. */
  readonly held: Signal<boolean>;
}

/** The send window over an outbox. */
export function createSendWindow(outbox: Outbox, send: (frame: Append) => void): SendWindow {
  const held = signal(false);
  let limit = 0;

  const window: SendWindow = {
    open(size) {
      limit = size;
      held.value = false;
      window.pump();
    },
    close() {
      limit = 0;
      held.value = false;
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
        const { conversation, id, kind, body, serving } = entry;
        if (entry.state === 'queued') {
          sending.push(move(entry, 'sending', { tried: true }));
          send({ t: 'append', conversation, id, kind, body, serving, after: last.get(conversation)?.id });
        }
        last.set(conversation, entry);
      }
      outbox.put(sending);
    },
    held,
  };
  return window;
}
