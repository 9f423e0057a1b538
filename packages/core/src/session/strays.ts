import type { Room } from '../conversation/room.ts';
import type { Parts } from './parts.ts';

/** What waits for another conversation than the current one goes to it, where it must (rule 4). */
export async function gatherStrays(parts: Parts, { log }: Room, over?: Room): Promise<void> {
  const strays = parts.outbox.entries.peek().some(({ conversation }) => conversation !== log.id);
  if (strays) await (await parts.seldom()).gather(parts, log, over);
}
