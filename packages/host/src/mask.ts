import { type ChatEvent, isHouseKind, type Participant, type Role } from '@xiaoer/core/protocol';

/** Author of what the house itself records. */
export const HOUSE: Participant = { role: 'system', id: 'house' };

const TAKEN_BACK = { retracted: true };

const HIDDEN: Readonly<Record<string, unknown>> = {};

/** Whether a kind is nothing for a reader: who signed in is told by the inbox, everything of the house by the desk. */
const isHidden = (kind: string, role: Role): boolean => kind === 'claimed' || (role === 'shopper' && isHouseKind(kind));

/**
 * What a reader of a role may see. Matters of the house keep their number, so that there are no holes. A message that
 * was taken back keeps its author and kind; its words stay in the log, for the merchant's own books alone. `veil` is laid over
 * what agents get.
 */
export function visible(
  events: readonly ChatEvent[],
  role: Role,
  retracted: ReadonlySet<number>,
  veil?: (event: ChatEvent) => ChatEvent,
): readonly ChatEvent[] {
  const veiled = role === 'agent' ? veil : undefined;
  if (!veiled && !events.some(({ kind, seq }) => isHidden(kind, role) || retracted.has(seq))) return events;
  return events.map((event) => {
    const { seq, id, at, kind } = event;
    if (isHidden(kind, role)) return { seq, id, at, from: HOUSE, kind: 'hidden', body: HIDDEN };
    return retracted.has(seq) ? { ...event, body: TAKEN_BACK } : (veiled?.(event) ?? event);
  });
}
