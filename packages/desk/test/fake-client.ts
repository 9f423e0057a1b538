import { batch, signal } from '@preact/signals';
import type { ClientEvents, Connection, Serving, TimelineItem } from '@xiaoer/core';
import { BOT_SERVES, foldServing } from '@xiaoer/core';
import type { Conversation, DeskClient } from '@xiaoer/core/desk';
import {
  type ChatEvent,
  type InboxRow,
  type PageSignal,
  type Participant,
  readContent,
  type TeamMember,
} from '@xiaoer/core/protocol';

/** An op as the house sees it. */
export interface SeenOp {
  readonly conversation: string;
  readonly id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly serving: number | undefined;
}

/** What the house says to an op: taken, refused with a code, or nothing yet. */
export type Verdict = 'ok' | 'wait' | { readonly refuse: string };

export const ME: Participant = { role: 'agent', id: 'agent-linyue', name: 'Lin Yue' };

/** A conversation of the fake: its log in memory, each op judged by `house.judge`. */
function fakeConversation(id: string, house: FakeHouse): Conversation & { receive(event: ChatEvent): void } {
  const messages = signal<readonly TimelineItem[]>([]);
  const serving = signal<Serving>(BOT_SERVES);
  let seq = 0;
  const receive = (event: ChatEvent) =>
    batch(() => {
      seq = Math.max(seq, event.seq);
      const mine = event.from.id === ME.id;
      const row: TimelineItem = {
        key: `${event.from.id}:${event.id}`,
        id: event.id,
        seq: event.seq,
        at: event.at,
        from: event.from,
        mine,
        content: readContent(event),
        ...(mine ? { status: 'sent' as const } : {}),
      };
      messages.value = [...messages.peek().filter(({ key }) => key !== row.key), row];
      serving.value = foldServing(serving.peek(), event);
    });
  return {
    id,
    messages,
    serving,
    receive,
    typing: signal([]),
    page: signal<PageSignal | null>(null),
    queue: signal(null),
    hasOlder: signal(false),
    seen: signal(0),
    forgetOlder: () => undefined,
    retract: async (op) => void house.signals.push(`${id} retract ${op}`),
    attach: async (content, options) => {
      if (house.rejectSend) throw Object.assign(new Error('refused'), { code: house.rejectSend });
      house.signals.push(`${id} attach ${options.kind} ${options.name} ${content instanceof Blob ? content.size : ''}`);
      return 'attached';
    },
    send(kind, body, options = {}) {
      const op: SeenOp = {
        conversation: id,
        id: `op-${++house.count}`,
        kind,
        body: body as SeenOp['body'],
        serving: options.serving,
      };
      house.ops.push(op);
      if (house.rejectSend) return Promise.reject(Object.assign(new Error('refused'), { code: house.rejectSend }));
      const verdict = house.judge(op);
      const item: TimelineItem = {
        key: `${ME.id}:${op.id}`,
        id: op.id,
        at: house.now(),
        from: ME,
        mine: true,
        content: readContent(op),
        status: 'sending',
      };
      messages.value = [...messages.peek(), item];
      const settle = (say: Verdict) => {
        if (say === 'ok') receive({ seq: seq + 1, id: op.id, at: house.now(), from: ME, kind: op.kind, body: op.body });
        else if (say !== 'wait')
          messages.value = messages
            .peek()
            .map((row) => (row.id === op.id ? { ...row, status: 'failed' as const, error: say.refuse } : row));
      };
      house.settle.set(op.id, settle);
      return Promise.resolve(op.id).then((sent) => {
        settle(verdict);
        return sent;
      });
    },
    setTyping: (on) => void house.signals.push(`${id} typing ${on}`),
    loadOlder: async () => void house.signals.push(`${id} older`),
    markRead: () => void house.signals.push(`${id} read`),
    leave: () => {
      house.signals.push(`${id} leave`);
      house.open.delete(id);
    },
  };
}

type FakeConversation = ReturnType<typeof fakeConversation>;

/** The house behind the fake client, as the tests move it. */
export interface FakeHouse {
  readonly ops: SeenOp[];
  readonly signals: string[];
  readonly open: Map<string, FakeConversation>;
  readonly settle: Map<string, (verdict: Verdict) => void>;
  count: number;
  judge: (op: SeenOp) => Verdict;
  rejectSend: string | undefined;
  now(): number;
}

/** A client without a server. */
export function fakeClient(now: () => number, rows: readonly InboxRow[] = []) {
  const house: FakeHouse = {
    ops: [],
    signals: [],
    open: new Map(),
    settle: new Map(),
    count: 0,
    judge: () => 'ok',
    rejectSend: undefined,
    now,
  };
  const kept = new Map<string, FakeConversation>();
  const listeners = new Map<keyof ClientEvents, Set<(detail: never) => void>>();
  const conversation = (id: string) => {
    const found = kept.get(id) ?? fakeConversation(id, house);
    kept.set(id, found);
    if (!house.open.has(id)) house.signals.push(`${id} watch`);
    house.open.set(id, found);
    return found;
  };
  const inbox = signal(rows);
  const connection = signal<Connection>({ state: 'online', durable: true });
  const principal = signal<Participant | null>(ME);
  const team = signal<readonly TeamMember[]>([]);
  const away = signal(false);
  const client: DeskClient = {
    connection,
    outbox: signal([]),
    principal,
    shop: signal({ name: 'Yunlai', agents: 1 }),
    inbox,
    team,
    away,
    setAway: (on) => {
      away.value = on;
    },
    fileLink: async (url) => url,
    conversation,
    connect: () => void house.signals.push('connect'),
    disconnect: () => void house.signals.push('disconnect'),
    resend: async (id) => void house.signals.push(`resend ${id}`),
    discard: async (id) => {
      house.signals.push(`discard ${id}`);
      for (const { messages } of kept.values())
        (messages as { value: readonly TimelineItem[] }).value = messages.peek().filter((row) => row.id !== id);
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener as (detail: never) => void));
      return () => void set.delete(listener as (detail: never) => void);
    },
    destroy: () => undefined,
  };
  const emit = <E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]) => {
    for (const listener of listeners.get(event) ?? []) listener(detail as never);
  };
  return { client, house, inbox, team, connection, principal, conversation, emit };
}
