import { type ChatEvent, isHouseKind, type Participant, type Role } from '@xiaoer/core/protocol';

/** Author of what the house itself records. */
export const HOUSE: Participant = { role: 'system', id: 'house' };

const HIDDEN: Readonly<Record<string, unknown>> = {};

/** What a reader of a role may see. Matters of the house keep their number, so that there are no holes. */
export function visible(events: readonly ChatEvent[], role: Role): readonly ChatEvent[] {
  if (role !== 'shopper' || !events.some((event) => isHouseKind(event.kind))) return events;
  return events.map((event) =>
    isHouseKind(event.kind)
      ? { seq: event.seq, id: event.id, at: event.at, from: HOUSE, kind: 'hidden', body: HIDDEN }
      : event,
  );
}
