import { type ChatEvent, isHouseKind, type Participant, type Role } from '@xiaoer/core/protocol';

/** Author of what the house itself records. */
export const HOUSE: Participant = { role: 'system', id: 'house' };

const HIDDEN: Readonly<Record<string, unknown>> = {};

/** Whether a kind is nothing for a reader: who signed in is told by the inbox, everything of the house by the desk. */
const isHidden = (kind: string, role: Role): boolean => kind === 'claimed' || (role === 'shopper' && isHouseKind(kind));

/** What a reader of a role may see. Matters of the house keep their number, so that there are no holes. */
export function visible(events: readonly ChatEvent[], role: Role): readonly ChatEvent[] {
  if (!events.some((event) => isHidden(event.kind, role))) return events;
  return events.map((event) =>
    isHidden(event.kind, role)
      ? { seq: event.seq, id: event.id, at: event.at, from: HOUSE, kind: 'hidden', body: HIDDEN }
      : event,
  );
}
