import { type Signal, signal } from '@preact/signals-core';
import type { Client, Connection, TimelineItem } from '@xiaoer/core';

/** A client whose signals a test sets and whose calls it reads. */
export interface FakeClient extends Client {
  readonly messages: Signal<readonly TimelineItem[]>;
  readonly unread: Signal<number>;
  readonly connection: Signal<Connection>;
  readonly calls: string[];
  readonly listeners: Set<(detail: never) => void>;
}

export function fakeClient(): FakeClient {
  const calls: string[] = [];
  const listeners = new Set<(detail: never) => void>();
  const partial: Partial<FakeClient> = {
    calls,
    listeners,
    messages: signal([]),
    unread: signal(0),
    connection: signal({ state: 'idle', durable: true }),
    connect: () => void calls.push('connect'),
    disconnect: () => void calls.push('disconnect'),
    on: (_event, listener) => {
      listeners.add(listener as (detail: never) => void);
      return () => void listeners.delete(listener as (detail: never) => void);
    },
  };
  return partial as FakeClient;
}

export function textItem(seq: number, text: string): TimelineItem {
  return {
    key: `bot:${seq}`,
    id: String(seq),
    seq,
    at: 0,
    from: { role: 'bot', id: 'bot' },
    mine: false,
    content: { kind: 'text', body: { text } },
  };
}
