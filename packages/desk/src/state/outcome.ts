import { effect, type ReadonlySignal } from '@preact/signals';
import type { TimelineItem } from '@xiaoer/core';

/** How an op ended. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

type Items = ReadonlySignal<readonly TimelineItem[]>;

/**
 * Waits until an op is in the log or refused. Offline it waits as long as the line is away. `places` are the
 * timelines in which the op may stand; an op that stands in none has left the outbox, and so is in the log.
 */
export function outcomeOf(id: string, places: readonly Items[]): Promise<Outcome> {
  return until(() => {
    const item = places.map((place) => place.value.find((row) => row.id === id && row.mine)).find((row) => row);
    if (!item || item.seq !== undefined || item.status === 'sent') return { ok: true };
    if (item.status === 'failed') return { ok: false, code: item.error ?? 'failed' };
    return item.status === 'expired' ? { ok: false, code: 'expired' } : undefined;
  });
}

/** Resolves with the first answer that is not undefined; asks again whenever a signal it has read changes. */
export function until<T>(answer: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    let done = false;
    let stop: (() => void) | undefined;
    stop = effect(() => {
      if (done) return;
      const value = answer();
      if (value === undefined) return;
      done = true;
      resolve(value);
      stop?.();
    });
    if (done) stop();
  });
}
