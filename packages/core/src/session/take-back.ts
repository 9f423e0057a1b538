import { effect } from '@preact/signals-core';
import type { Room } from '../conversation/room.ts';
import { ChatError } from '../env/chat-error.ts';
import { type Entry, isPending, isStopped } from '../outbox/entry.ts';
import { forget } from './forget.ts';
import type { Parts } from './parts.ts';
import type { Writer } from './writer.ts';

/** An own message as the log has it, or as its ack says. */
interface Placed {
  readonly room: Room;
  readonly seq: number;
  readonly retracted?: boolean | undefined;
}

/** Resolves when the server has said what became of an op that it may have. */
const answered = ({ outbox, link, env }: Parts, id: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const check = () => {
      const entry = outbox.entries.value.find((one) => one.id === id);
      // Ending a session stops its link.
      const { state } = link.state.value;
      if (state === 'idle' && env.ended()) reject(new ChatError('signed-out'));
      else if (!entry || !isPending(entry)) resolve();
      else return;
      void Promise.resolve().then(() => stop());
    };
    const stop = effect(check);
  });

function find({ shelf }: Parts, id: string, entry: Entry | undefined): Placed | undefined {
  for (const room of shelf.rooms.values()) {
    const row = room.view.peek().rows.findLast((one) => one.mine && one.id === id);
    if (row?.seq) return { room, seq: row.seq, retracted: row.retracted };
  }
  const room = entry && shelf.rooms.get(entry.conversation);
  return room && entry.ack && { room, seq: entry.ack.seq };
}

/**
 * Takes back what this reader wrote. What has not left yet, or was refused, is forgotten and nobody ever gets it. What
 * may have arrived is taken back in the log, once it is known where it stands there: forgetting it here would let it
 * come back from the server.
 */
export async function takeBack(parts: Parts, writer: Writer, id: string): Promise<void> {
  const { outbox } = parts;
  const waiting = outbox.get(id);
  if (waiting && !waiting.tried && isPending(waiting)) return forget(parts, waiting);
  await answered(parts, id);
  const entry = outbox.get(id);
  if (entry && isStopped(entry)) return writer.discard(id);
  const placed = find(parts, id, entry);
  if (!placed) throw new ChatError('not-found');
  const { room, seq, retracted } = placed;
  const wished = outbox.entries.peek().some(({ kind, body }) => kind === 'retracted' && body['target'] === seq);
  if (!retracted && !wished) await writer.send('retracted', { target: seq }, undefined, room);
}
