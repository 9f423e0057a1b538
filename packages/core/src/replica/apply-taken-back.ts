import type { ChatEvent } from '../protocol/index.ts';
import { interpret } from '../view/interpret.ts';
import { type Apply, applyEvents } from './apply.ts';
import { eventsOf, keysOf } from './batches.ts';
import { eventRows } from './conversation-log.ts';

/** As {@link applyEvents}; the words of what the events take back are deleted in the same transaction, further back, too. */
export const applyTakenBack: Apply = async (log, frame, fresh, ops, commit) => {
  const targets = fresh.map(interpret).flatMap(({ kind, body }) => (kind === 'retracted' ? body.target : []));
  const clean = (event: ChatEvent): ChatEvent =>
    targets.includes(event.seq) ? { ...event, body: { retracted: true } } : event;
  const places = targets.flatMap((target) => keysOf(log.id, target, target));
  await applyEvents(log, frame, fresh.map(clean), ops, (keys, decide) =>
    commit([...keys, ...places], (values) => {
      const writes = decide(values.slice(0, keys.length));
      // Another tab's rows stay as they are.
      if (!writes || writes === ops) return writes;
      const held = values.slice(keys.length).map((row) => eventsOf([row]));
      const said = held.filter((row) => row.some(({ seq }) => targets.includes(seq)));
      return [...said.flatMap((row) => eventRows(log.id, row.map(clean))), ...writes];
    }),
  );
  log.events = log.events.map(clean);
};
