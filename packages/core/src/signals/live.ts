import type { Room } from '../conversation/room.ts';
import type { ChatEvent, SignalFrame } from '../protocol/index.ts';
import type { Parts } from '../session/parts.ts';
import { isMine } from '../view/reader.ts';
import { createDeltas } from './deltas.ts';
import { createOwnTyping } from './own-typing.ts';
import { createTypists } from './typists.ts';

/** What passes in a conversation and is not kept: who is writing, and what of a reply is there. Fetched at the first of it. */
export interface Live {
  /** The reader pressed a key, or left the composer. */
  type(on: boolean): void;
  /** A signal of somebody else. */
  heard(frame: SignalFrame): void;
  /** The view was folded from these events: what was being written has come. */
  said(events: readonly ChatEvent[]): void;
}

/** The live part of a room. */
export function liveOf(room: Room, parts: Pick<Parts, 'env' | 'gate' | 'principal' | 'me'>): Live {
  if (room.live) return room.live;
  const { env, principal, me } = parts;
  const send = (on: boolean) => {
    const { id, epoch } = room.log;
    if (epoch && principal.peek()) parts.gate.send({ t: 'signal', name: 'typing', conversation: id, body: { on } });
  };
  const heard = createTypists(env, room.typing);
  const deltas = createDeltas(room.view);
  room.live = {
    type: createOwnTyping(env, send),
    heard({ name, from, body }) {
      if (from && isMine(me(), from)) return;
      if (name === 'delta') deltas.heard(body);
      if (name === 'typing' && from) heard(from, body.on === true);
    },
    said(events) {
      for (const { from } of events) heard(from, false);
      deltas.folded();
    },
  };
  return room.live;
}
