import type { ChatEvent } from '../protocol/index.ts';
import { interpret } from '../view/interpret.ts';
import { type Apply, applyEvents } from './apply.ts';
import { eventKey, eventRow } from './conversation-log.ts';

/** As {@link applyEvents}; the words of what the events take back are deleted in the same transaction, further back, too. */
export const applyTakenBack: Apply = async (log, frame, fresh, ops, commit) => {
  const targets = fresh.map(interpret).flatMap(({ kind, body }) => (kind === 'retracted' ? body.target : []));
  const clean = (event: ChatEvent): ChatEvent =>
    targets.includes(event.seq) ? { ...event, body: { retracted: true } } : event;
  await applyEvents(log, frame, fresh.map(clean), ops, (keys, decide) =>
    commit([...keys, ...targets.map((target) => eventKey(log.id, target))], (values) => {
      const writes = decide(values.slice(0, keys.length));
      // Another tab's rows stay as they are.
      if (!writes || writes === ops) return writes;
      const held = values.slice(keys.length).flatMap((event) => (event as ChatEvent | undefined) ?? []);
      return [...held.map((event) => eventRow(log.id, clean(event))), ...writes];
    }),
  );
  log.events = log.events.map(clean);
};
