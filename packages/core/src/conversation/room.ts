import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Env } from '../env/env.ts';
import type { Entry } from '../outbox/entry.ts';
import type { ChatEvent, PageSignal, Participant, QueueSignal } from '../protocol/index.ts';
import type { ConversationLog } from '../replica/conversation-log.ts';
import { hasOlder } from '../replica/history.ts';
import { createOwnTyping, type OwnTyping } from '../signals/own-typing.ts';
import { createTypists, type Typists } from '../signals/typists.ts';
import { type ConversationView, EMPTY_VIEW, foldView } from '../view/conversation-view.ts';
import { readUpTo } from '../view/fold-unread.ts';
import { mergeOutbox } from '../view/merge-outbox.ts';
import type { Reader } from '../view/reader.ts';
import type { TimelineItem } from '../view/timeline.ts';

/** One conversation on this client: its log, what is folded from it, and its signals. */
export interface Room {
  readonly log: ConversationLog;
  readonly view: ReadonlySignal<ConversationView>;
  readonly messages: ReadonlySignal<readonly TimelineItem[]>;
  readonly unread: ReadonlySignal<number>;
  readonly page: Signal<PageSignal | null>;
  readonly queue: Signal<QueueSignal | null>;
  readonly hasOlder: ReadonlySignal<boolean>;
  readonly typists: Typists;
  readonly typing: OwnTyping;
  /** The log got these events at its end. */
  grown(events: readonly ChatEvent[]): void;
  /** The log was replaced, or got a page before its beginning. */
  redrawn(): void;
}

/** What a room needs from its session. */
export interface RoomPort {
  readonly env: Env;
  readonly reader: () => Reader;
  readonly me: () => Participant;
  readonly entries: ReadonlySignal<readonly Entry[]>;
  typing(log: ConversationLog, on: boolean): void;
}

/** The room of a log. */
export function createRoom(log: ConversationLog, port: RoomPort): Room {
  const { env, reader } = port;
  const older = signal(hasOlder(log));
  const view = signal(foldView(EMPTY_VIEW, log.events, reader()));
  const queue = signal<QueueSignal | null>(null);
  const typists = createTypists(env);
  // A shopper has one timeline: what still waits is shown below it, wherever it is addressed to.
  const entries = computed(() =>
    reader().role === 'shopper'
      ? port.entries.value
      : port.entries.value.filter((entry) => entry.conversation === log.id),
  );
  const show = (next: ConversationView) => {
    view.value = next;
    older.value = hasOlder(log);
    if (next.serving.mode !== 'queued') queue.value = null;
  };
  return {
    log,
    view,
    queue,
    typists,
    hasOlder: older,
    page: signal<PageSignal | null>(null),
    typing: createOwnTyping(env, (on) => port.typing(log, on)),
    messages: computed(() => mergeOutbox(view.value.rows, entries.value, port.me(), reader())),
    unread: computed(() => {
      const marks = entries.value.filter(({ kind, conversation }) => kind === 'read' && conversation === log.id);
      return marks.reduce((unread, { body }) => readUpTo(unread, Number(body['upTo'])), view.value.unread).seqs.length;
    }),
    grown(events) {
      for (const { from } of events) typists.heard(from, false);
      show(foldView(view.peek(), events, reader()));
    },
    redrawn: () => show(foldView(EMPTY_VIEW, log.events, reader())),
  };
}
