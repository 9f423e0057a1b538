import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Typing } from '../client.ts';
import type { Entry } from '../outbox/entry.ts';
import type { ChatEvent, Participant, QueueSignal } from '../protocol/index.ts';
import { type ConversationLog, hasOlder } from '../replica/conversation-log.ts';
import type { Live } from '../signals/live.ts';
import { type ConversationView, EMPTY_VIEW, foldRead, foldView } from '../view/conversation-view.ts';
import { mergeOutbox } from '../view/fold-timeline.ts';
import { isNews } from '../view/reader.ts';
import type { TimelineItem } from '../view/timeline.ts';

/** Events of a conversation in memory. Who speaks, and the marks, are known beyond it. */
const WINDOW = 500;

/** One conversation on this client: its log, what is folded from it, and its signals. */
export interface Room {
  readonly log: ConversationLog;
  readonly view: Signal<ConversationView>;
  readonly messages: ReadonlySignal<readonly TimelineItem[]>;
  /** What somebody else said and the reader has not seen. */
  readonly unread: ReadonlySignal<readonly TimelineItem[]>;
  readonly queue: Signal<QueueSignal | null>;
  readonly hasOlder: ReadonlySignal<boolean>;
  readonly typing: Signal<readonly Typing[]>;
  /** How far a read mark was written. */
  marked: number;
  /** What is not kept, once there was any. */
  live?: Live | undefined;
  /** The page of history that was asked for. */
  page?: Promise<void> | undefined;
  /** The reader went back further than the window; what they read stays in memory until they are at the end again. */
  wide?: boolean | undefined;
  /** The log got these events at its end; without any, it was replaced or got a page before its beginning. */
  show(events?: readonly ChatEvent[]): void;
}

/** What a room needs from its session. */
export interface RoomPort {
  readonly me: () => Participant;
  readonly entries: ReadonlySignal<readonly Entry[]>;
}

/** The room of a log. */
export function createRoom(log: ConversationLog, { me, entries }: RoomPort): Room {
  const view = signal(EMPTY_VIEW);
  const queue = signal<QueueSignal | null>(null);
  const own = computed(() => entries.value.filter(({ conversation }) => conversation === log.id));
  const room: Room = {
    log,
    view,
    queue,
    typing: signal([]),
    // The log changes with what is shown of it.
    hasOlder: computed(() => hasOlder(view.value && log)),
    marked: 0,
    // A shopper has one timeline: what still waits is shown below it, wherever it is addressed to.
    messages: computed(() => mergeOutbox(view.value.rows, (me().role === 'shopper' ? entries : own).value, me())),
    unread: computed(() => {
      const upTo = own.value.reduce(foldRead, view.value.upTo);
      return view.value.rows.filter((row) => (row.seq ?? 0) > upTo && isNews(row));
    }),
    show(events) {
      const next = foldView(
        events ? view.peek() : { ...EMPTY_VIEW, serving: log.serving ?? EMPTY_VIEW.serving },
        events ?? log.events,
        me(),
      );
      if (!room.wide) log.events = log.events.slice(-WINDOW);
      const oldest = log.events[0]?.seq ?? 0;
      view.value = { ...next, rows: next.rows.filter(({ seq = 0 }) => seq >= oldest) };
      room.live?.said(events ?? []);
      if (view.value.serving.mode !== 'queued') queue.value = null;
    },
  };
  room.show();
  return room;
}

/** The reader is at the end again: what is further back than the window leaves the memory. */
export function forgetOlder(room: Room): void {
  room.wide = false;
  room.show([]);
}
