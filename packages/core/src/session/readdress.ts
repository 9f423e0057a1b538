import type { Room } from '../conversation/room.ts';
import { isPending, move, toRow } from '../outbox/entry.ts';
import { keepWaiting } from '../outbox/keep-waiting.ts';
import type { ConversationId } from '../protocol/index.ts';
import { type ConversationLog, logKey, logRow } from '../replica/conversation-log.ts';
import { detach } from './detach.ts';
import { MARKS } from './marks.ts';
import type { Parts } from './parts.ts';

/**
 * What waits for a conversation that is over, or for one that the server does not know while it knows this one, goes to
 * this one, so that it does not come after what is written here (rule 4).
 */
export async function gather(parts: Parts, { id, epoch }: ConversationLog, over?: Room): Promise<void> {
  for (const { conversation } of parts.outbox.entries.peek()) {
    const known = parts.shelf.rooms.get(conversation);
    if (conversation !== id && ((over && known === over) || (epoch && !known?.log.epoch)))
      await readdress(parts, conversation, id);
  }
}

/**
 * Everything un-acked of one conversation goes to another, in its order and under its own ids. The other one is stored
 * before: a tab that did not know it would gather what waits there into one that is over.
 */
export async function readdress(
  { outbox, shelf, save, env }: Parts,
  from: ConversationId,
  to: ConversationId,
): Promise<void> {
  const { log } = shelf.room(to);
  if (!log.epoch) await save([logKey(to)], ([row]) => (row ? null : [logRow(log)]));
  const entries = outbox.entries.peek();
  const moved = entries
    .filter((entry) => entry.conversation === from && isPending(entry) && !MARKS.includes(entry.kind))
    .map((entry) => ({ ...move(entry, 'queued'), body: detach(entry.body), conversation: to }));
  // What is on its way there and was written later names none of them: it is sent again behind them, and vouches for
  // nothing before.
  const behind = entries.filter(
    ({ conversation, state, n }) => conversation === to && state === 'sending' && moved.some((one) => one.n < n),
  );
  outbox.put([...moved, ...behind.map((entry) => move(entry, 'queued'))]);
  await keepWaiting(moved, save, (entry) => toRow(entry, env));
  shelf.enter(to);
}
