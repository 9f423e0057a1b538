import { type Entry, isPending, move } from '../outbox/entry.ts';
import type { Session } from '../session/session.ts';
import { entryRow } from '../view/fold-timeline.ts';
import type { Hint } from './hint.ts';

type Stopped = Extract<Hint, { t: 'stopped' }>;

/** What was told between two looks at the outbox that it failed, for the tabs that would send it. */
export const newlyFailed = (before: readonly Entry[], now: readonly Entry[]): readonly Stopped[] =>
  now.flatMap(({ id, n, state, error, unsaved }) =>
    state === 'failed' && !unsaved && before.some((one) => one.id === id && isPending(one))
      ? [{ t: 'stopped', id, n, error }]
      : [],
  );

/**
 * Another tab was told that an op failed. It is not sent from here, even while the store still shows it as waiting
 * (rule 7); one that was written again since has another number.
 */
export function heedStopped({ outbox, emit, me }: Session, { id, n, error }: Stopped): void {
  const entry = outbox.get(id);
  if (entry?.n !== n || !isPending(entry)) return;
  const failed = move(entry, 'failed', { error });
  outbox.put([failed]);
  emit('message:failed', entryRow(failed, me()));
}
