import { signal } from '@preact/signals-core';
import {
  BOT_SERVES,
  type Client,
  type ClientEvents,
  type Connection,
  type Serving,
  type TimelineItem,
} from '@xiaoer/core';
import { type Content, type Participant, type QueueSignal, readContent } from '@xiaoer/core/protocol';

const ME: Participant = { role: 'shopper', id: 'me' };

/** A client with nobody behind it: what it shows is given to it, and what the shopper says stays on this page. */
export interface SampleClient {
  readonly client: Client;
  show(items: readonly TimelineItem[], more?: { readonly queue?: QueueSignal | null; readonly unread?: number }): void;
}

/** Makes one. Nothing is opened, sent or stored. */
export function sampleClient(fileAddress: (url: string) => string): SampleClient {
  const messages = signal<readonly TimelineItem[]>([]);
  const link = (state: Connection['state']): Connection => ({ state, durable: true, storage: 'ok' });
  const connection = signal(link('idle'));
  const unread = signal(0);
  const draft = signal('');
  const queue = signal<QueueSignal | null>(null);
  const listeners = new Map<string, Set<(detail: never) => void>>();
  let ids = 0;

  const tell = <E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]) => {
    for (const listener of listeners.get(event) ?? []) (listener as (detail: ClientEvents[E]) => void)(detail);
  };
  const nothing = async () => '';

  const client = {
    messages,
    connection,
    unread,
    queue,
    handoff: signal<Serving>(BOT_SERVES),
    typing: signal<readonly { from: Participant }[]>([]),
    outbox: signal<readonly TimelineItem[]>([]),
    hasOlder: signal(false),
    shop: signal({ name: 'Yunlai Home', agents: 1 }),
    principal: signal<Participant | null>(null),
    seen: signal(0),
    leads: signal(true),
    draft,
    setDraft(text) {
      draft.value = text;
    },
    claimable: signal(false),
    claim: async () => {},
    retract: async () => {},
    forgetOlder: () => {},
    connect() {
      connection.value = link('online');
    },
    disconnect() {
      connection.value = link('idle');
    },
    async send(kind, body) {
      const id = `sent-${++ids}`;
      const content = readContent({ kind, body: body as Content['body'] & Record<string, unknown> });
      const item = {
        key: `me ${id}`,
        id,
        seq: 1_000 + ids,
        at: Date.now(),
        from: ME,
        mine: true,
        content,
        status: 'sent',
      };
      messages.value = [...messages.value, item as TimelineItem];
      tell('message:sent', item as TimelineItem);
      return id;
    },
    resend: async () => {},
    discard: async () => {},
    identify: async () => {},
    logout: async () => {},
    requestHuman: nothing,
    cancelHuman: nothing,
    rate: nothing,
    markRead() {
      unread.value = 0;
    },
    setTyping: () => {},
    setPage: () => {},
    loadOlder: async () => {},
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener as (detail: never) => void));
      return () => set.delete(listener as (detail: never) => void);
    },
    destroy: () => {},
  } satisfies Client;

  return {
    // What a client made with attachments can do besides.
    client: Object.assign(client, { fileLink: async (url: string) => fileAddress(url) }),
    show(items, { queue: place = null, unread: count = 0 } = {}) {
      queue.value = place;
      messages.value = items;
      unread.value = count;
    },
  };
}
