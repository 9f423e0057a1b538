import { computed } from '@preact/signals-core';
import type { Conversation } from '../client.ts';
import type { Session } from '../session/session.ts';

/** An agent's conversation, which is read from now on. */
export function openConversation(session: Session, id: string): Conversation {
  const room = session.shelf.room(id);
  if (session.link.state.peek().state === 'online') session.watch(room, true);
  return {
    id,
    messages: room.messages,
    serving: computed(() => room.view.value.serving),
    typing: room.typists.typing,
    page: room.page,
    queue: room.queue,
    hasOlder: room.hasOlder,
    send: (kind, body, options) => session.send(kind, body, options, room),
    setTyping: (on) => room.typing.set(on),
    loadOlder: () => session.older.load(room),
    markRead: () => session.markRead(room),
    leave() {
      if (session.shelf.find(id) !== room) return;
      room.typing.set(false);
      session.watch(room, false);
      session.shelf.leave(id);
    },
  };
}
