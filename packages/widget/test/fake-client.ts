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
import type { AttachingClient } from '@xiaoer/core/uploads';

const BOT: Participant = { role: 'bot', id: 'bot' };
const ME: Participant = { role: 'shopper', id: 'me' };

/** A client without a server: the test says what comes. `calls` records what was asked of it. */
export function fakeClient() {
  const messages = signal<readonly TimelineItem[]>([]);
  const connection = signal<Connection>({ state: 'idle', durable: true, storage: 'ok' });
  const unread = signal(0);
  const handoff = signal<Serving>(BOT_SERVES);
  const queue = signal<QueueSignal | null>(null);
  const typing = signal<readonly { from: Participant }[]>([]);
  const outbox = signal<readonly TimelineItem[]>([]);
  const hasOlder = signal(false);
  const shop = signal<{ name: string; agents: number } | null>(null);
  const draft = signal('');
  const seen = signal(0);
  const leads = signal(true);
  const claimable = signal(false);
  const calls: string[] = [];
  const listeners = new Map<string, Set<(detail: never) => void>>();
  let ids = 0;
  let refusal: Error | null = null;

  const emit = <E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]) => {
    for (const listener of listeners.get(event) ?? []) (listener as (detail: ClientEvents[E]) => void)(detail);
  };
  const note = (name: string, ...values: unknown[]) =>
    calls.push([name, ...values.map((value) => JSON.stringify(value))].join(' '));

  const item = (from: Participant, content: Content, more: Partial<TimelineItem> = {}): TimelineItem => {
    const id = `i${++ids}`;
    const mine = from.role === 'shopper';
    return { key: `${from.id} ${id}`, id, seq: ids, at: Date.now(), from, mine, content, ...more };
  };
  const add = (...items: TimelineItem[]) => {
    messages.value = [...messages.value, ...items];
  };

  const client = {
    messages,
    connection,
    unread,
    handoff,
    queue,
    typing,
    outbox,
    hasOlder,
    shop,
    draft,
    seen,
    leads,
    claimable,
    setDraft(text) {
      draft.value = text;
    },
    async claim(yes) {
      note('claim', yes);
      claimable.value = false;
    },
    async retract(id) {
      note('retract', id);
    },
    forgetOlder() {
      note('forgetOlder');
    },
    async attach(content, { kind, name }) {
      if (refusal) throw refusal;
      note('attach', kind, name, content instanceof Blob ? content.size : content.length);
      return 'f1';
    },
    async fileLink(url: string) {
      return `${url}?link`;
    },
    principal: signal<Participant | null>(null),
    connect() {
      note('connect');
      connection.value = { state: 'online', durable: true, storage: 'ok' };
    },
    disconnect() {
      note('disconnect');
      connection.value = { state: 'idle', durable: true, storage: 'ok' };
    },
    async send(kind, body) {
      if (refusal) throw refusal;
      note('send', kind, body);
      const sent = item(ME, readContent({ kind, body: body as Record<string, unknown> }), { status: 'sent' });
      add(sent);
      emit('message:sent', sent);
      return sent.id;
    },
    async resend(id) {
      note('resend', id);
    },
    async discard(id) {
      note('discard', id);
    },
    async identify(token) {
      note('identify', await token());
    },
    async logout() {
      note('logout');
    },
    async requestHuman() {
      note('requestHuman');
      return 'h';
    },
    async cancelHuman() {
      note('cancelHuman');
      return 'c';
    },
    async rate(score) {
      note('rate', score);
      return 'r';
    },
    markRead() {
      note('markRead');
      unread.value = 0;
    },
    setTyping: () => {},
    setPage(page) {
      note('setPage', page.product ?? null);
    },
    async loadOlder() {
      note('loadOlder');
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener as (detail: never) => void));
      return () => set.delete(listener as (detail: never) => void);
    },
    destroy() {
      note('destroy');
    },
  } satisfies AttachingClient;

  return {
    client: client as Client,
    calls,
    emit,
    item,
    add,
    messages,
    connection,
    unread,
    handoff,
    queue,
    typing,
    hasOlder,
    seen,
    leads,
    claimable,
    draft,
    shop,
    bot: (text: string, more?: Partial<TimelineItem>) => item(BOT, { kind: 'text', body: { text } }, more),
    me: (text: string, more?: Partial<TimelineItem>) =>
      item(ME, { kind: 'text', body: { text } }, { status: 'sent', ...more }),
    of: (content: Content, from = BOT) => item(from, content),
    /** Somebody else's message arrives now. */
    receive(received: TimelineItem) {
      add(received);
      emit('message:received', received);
    },
    refuse(error: Error | null) {
      refusal = error;
    },
  };
}

/** What {@link fakeClient} makes. */
export type FakeClient = ReturnType<typeof fakeClient>;
