import { computed, type Signal } from '@preact/signals-core';
import { isPending, isStopped, move } from '../outbox/entry.ts';
import type { Session } from '../session/session.ts';
import type { LeaderState } from './hint.ts';

/** What a leading tab tells of itself beside what its session shows. */
export type Leading = Pick<LeaderState, 'tab' | 'generation' | 'version' | 'hidden'>;

/** How the session stands, for the tabs that follow. Reads signals, so that an effect around it hears their changes. */
export function leaderState(session: Session, leading: Leading): LeaderState {
  const { connection, principal, shop, shelf, outbox, credentials } = session;
  const { state, problem, retryAt } = connection.value;
  const room = shelf.current.value;
  // The log changes with what is shown of it; a streamed reply that grows is not told.
  const seq = computed(() => (room?.view.value ? room.log.seq : 0));
  const delivery = outbox.entries.value
    .filter((entry) => !isStopped(entry))
    .map((entry) => [entry.id, entry.ack ?? entry.state] as const);
  return {
    t: 'leads',
    ...leading,
    install: credentials.install,
    link: { state, problem, retryAt },
    principal: principal.value,
    shop: shop.value,
    conversation: room?.log.id,
    seq: seq.value,
    quiet: room?.log.quiet,
    queue: room?.queue.value ?? null,
    typing: room?.typing.value ?? [],
    delivery: Object.fromEntries(delivery),
  };
}

/** Whether the leading tab shows more than this one does. */
export const isAhead = (leader: LeaderState | undefined, { rooms }: Session['shelf']): boolean =>
  !!leader?.conversation && leader.seq > (rooms.get(leader.conversation)?.log.seq ?? 0);

/** Changes a signal when what came through the channel says something else: every beat is another object. */
function show<T>(shown: Signal<T>, next: T): void {
  if (JSON.stringify(shown.peek()) !== JSON.stringify(next)) shown.value = next;
}

/** Shows in a tab that follows what the leading one told, unless that is another visitor: the next look says who goes. */
export function showLeader(session: Session, state: LeaderState): void {
  const { followed, principal, shop, shelf, outbox, credentials, identity } = session;
  if (credentials.stored && state.install !== credentials.install) return;
  show(followed, state.link);
  // One that leads since a moment has not been told yet what was known here.
  show(principal, state.principal ?? principal.peek());
  show(shop, state.shop ?? shop.peek());
  // Signing out must reach who has stored nothing. A visitor takes none over: it would make a second secret under it.
  if (identity.kind === 'user' && !credentials.stored) credentials.install = state.install;
  const room = shelf.current.peek();
  if (room && room.log.id === state.conversation) {
    show(room.queue, state.queue);
    show(room.typing, state.typing);
  }
  const moved = outbox.entries.peek().flatMap((entry) => {
    const now = state.delivery[entry.id];
    // That it waits there says nothing new of it: what was told before may be newer.
    if (!now || now === 'queued' || now === entry.state || !isPending(entry)) return [];
    if (typeof now === 'string') return [{ ...entry, state: now }];
    // As if the server had said it here: should this tab get the link, it is not sent once more (rule 4).
    const log = shelf.rooms.get(entry.conversation)?.log;
    if (log) log.epoch ??= now.epoch;
    return [move(entry, 'sent', { ack: now })];
  });
  outbox.put(moved);
}
