import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ConversationId } from '../protocol/index.ts';
import { type ConversationLog, emptyLog } from '../replica/conversation-log.ts';
import { createRoom, type Room, type RoomPort } from './room.ts';

/** The conversations that this client holds. */
export interface Shelf {
  readonly rooms: Map<ConversationId, Room>;
  /** The shopper's conversation: the newest. */
  readonly current: ReadonlySignal<Room | undefined>;
  /** The room of a conversation, made if it is new. */
  room(id: ConversationId): Room;
  /** Makes it the current one. */
  enter(id: ConversationId): Room;
  load(logs: readonly ConversationLog[]): void;
}

/** An empty shelf. */
export function createShelf(port: RoomPort): Shelf {
  const rooms = new Map<ConversationId, Room>();
  const current = signal<Room | undefined>(undefined);
  const put = (log: ConversationLog): Room => {
    const room = rooms.get(log.id) ?? createRoom(log, port);
    rooms.set(log.id, room);
    return room;
  };
  const shelf: Shelf = {
    rooms,
    current,
    room: (id) => put(emptyLog(id, (current.peek()?.log.order ?? 0) + 1)),
    enter(id) {
      current.value = shelf.room(id);
      return current.value;
    },
    load(logs) {
      const newest = logs.map(put).at(-1);
      current.value ??= newest;
    },
  };
  return shelf;
}
