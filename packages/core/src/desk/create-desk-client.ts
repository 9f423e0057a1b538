import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { forgetOlder, type Room } from '../conversation/room.ts';
import { createEmitter, type Emit } from '../emitter.ts';
import { ChatError } from '../env/chat-error.ts';
import {
  type InboxRow,
  isInbox,
  isPage,
  isTeam,
  type PageSignal,
  readContent,
  type TeamMember,
} from '../protocol/index.ts';
import { cursorOf } from '../replica/conversation-log.ts';
import { createSession } from '../session/session.ts';
import type { AttachSide } from '../uploads/attach-options.ts';
import { foldInbox } from '../view/fold-inbox.ts';
import { entryRow } from '../view/fold-timeline.ts';
import type { TimelineItem } from '../view/timeline.ts';
import type { Conversation, DeskClient, DeskClientOptions } from './desk-client.ts';

/** Rows whose bodies are checked in full; what did not change stays the same object. */
function checker(): (row: TimelineItem) => TimelineItem {
  const checked = new WeakMap<TimelineItem, TimelineItem>();
  return (row) => {
    const known = checked.get(row);
    if (known) return known;
    const { kind, body } = row.content;
    const content = readContent({ kind, body: { ...body } });
    const fresh = content.kind === kind ? row : { ...row, content };
    checked.set(row, fresh);
    return fresh;
  };
}

/** Makes the client of an agent. It does not connect until it is asked to. */
export function createDeskClient(options: DeskClientOptions): DeskClient {
  const { env } = options;
  const { emit, on, follow, clear } = createEmitter(env);
  const check = checker();
  const inbox = signal<readonly InboxRow[]>([]);
  const team = signal<readonly TeamMember[]>([]);
  const away = signal(false);
  const pages = new Map<string, Signal<PageSignal | null>>();
  const conversations = new Map<string, Conversation>();
  let wanted = false;

  const session = createSession(options, { kind: 'agent' }, tell, Promise.resolve(), () => undefined, {
    welcomed(rooms) {
      for (const room of rooms) watch(room, true);
      // The house forgets it with the last link.
      if (away.peek()) tellAway();
    },
    signal({ name, conversation = '', body }) {
      const page = pages.get(conversation);
      if (name === 'inbox' && isInbox(body)) inbox.value = foldInbox(inbox.peek(), body);
      if (name === 'team' && isTeam(body)) team.value = body.agents;
      if (name === 'page' && page && isPage(body)) page.value = body;
    },
  });
  const { link, shelf, connection, outbox, me } = session;
  const files = options.attachments?.agent(session);
  const withFiles = (): AttachSide => {
    if (!files) throw new ChatError('refused', 'the client was made without attachments');
    return files;
  };
  const shown = (rows: ReadonlySignal<readonly TimelineItem[]>, id?: string) => files?.shown(rows, id) ?? rows;

  function tellAway() {
    link.send({ t: 'signal', name: 'away', body: { on: away.peek() } });
  }
  function tell(...[event, detail]: Parameters<Emit>) {
    emit(event, typeof detail === 'object' && 'content' in detail ? check(detail) : detail);
  }
  /** The wish to read a conversation from where the log ends. */
  function watch({ log }: Room, reads: boolean) {
    log.quiet ??= inbox.peek().find((row) => row.conversation === log.id)?.head;
    link.send({ t: 'watch', conversation: log.id, on: reads, cursor: reads ? cursorOf(log) : undefined });
  }
  function open(id: string): Conversation {
    const room = shelf.room(id);
    const page = signal<PageSignal | null>(null);
    pages.set(id, page);
    if (link.online()) watch(room, true);
    return {
      id,
      messages: shown(
        computed(() => room.messages.value.map(check)),
        id,
      ),
      serving: computed(() => room.view.value.serving),
      typing: room.typing,
      page,
      queue: room.queue,
      hasOlder: room.hasOlder,
      seen: computed(() => room.view.value.seen),
      send: (kind, body, how) => session.send(kind, body, how, room),
      setTyping: (on) => session.setTyping(room, on),
      loadOlder: () => session.loadOlder(room),
      forgetOlder: () => forgetOlder(room),
      markRead: () => session.markRead(room),
      retract: (files ?? session).retract,
      attach: async (content, how) => withFiles().attach(content, how, room),
      leave() {
        if (shelf.rooms.get(id) !== room) return;
        session.setTyping(room, false);
        watch(room, false);
        shelf.rooms.delete(id);
        conversations.delete(id);
        pages.delete(id);
      },
    };
  }

  const told = follow('connection:changed', connection);
  const heard = env.lifecycle.on((event) => {
    if (event === 'pagehide') link.stop();
    else if (event === 'pageshow') {
      if (wanted) link.start();
    } else if (event !== 'hidden' && event !== 'freeze') link.wake(event);
  });

  return {
    connection,
    principal: session.principal,
    shop: session.shop,
    outbox: computed(() => outbox.entries.value.map((entry) => check(entryRow(entry, me())))),
    inbox,
    team,
    away,
    setAway(on) {
      away.value = on;
      if (link.online()) tellAway();
    },
    conversation(id) {
      const conversation = conversations.get(id) ?? open(id);
      conversations.set(id, conversation);
      return conversation;
    },
    connect() {
      wanted = true;
      link.start();
    },
    disconnect() {
      wanted = false;
      link.stop();
    },
    resend: (files ?? session).resend,
    discard: (files ?? session).discard,
    fileLink: async (url) => withFiles().fileLink(url),
    on,
    destroy() {
      wanted = false;
      told();
      heard();
      clear();
      files?.close();
      session.end(false).catch(() => {});
    },
  };
}
