import type { Room } from '../conversation/room.ts';
import { isStopped } from '../outbox/entry.ts';
import type { Session } from '../session/session.ts';

/** Whether a room shows what the store refused; it shows something else whenever that changes. */
const isAhead = (room: Room | undefined): boolean => !!room?.view.value && !!room.log.unsaved;

/**
 * Whether there is something that cannot be told through the store, so that a tab needs a link of its own. Reads
 * signals, so that an effect around it hears when that changes.
 */
export const needsOwn = ({ store, identity, outbox, credentials, shelf }: Session): boolean =>
  store.storage.value !== 'ok' ||
  (identity.kind === 'user' && !!identity.claim) ||
  outbox.entries.value.some((entry) => entry.unsaved && !isStopped(entry)) ||
  (!!credentials.secret && !credentials.stored) ||
  isAhead(shelf.current.value);
