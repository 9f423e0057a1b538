import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Consent } from './options.ts';

/** What this browser profile may remember, and the one flag that it does. */
export interface Memory {
  readonly consent: Signal<Consent>;
  /** Whether the conversation may stay in this browser. */
  keeps(): boolean;
  /** Whether the shopper has chatted here before. */
  remembers(): boolean;
  /** Leaves the flag after the first message, where consent allows it. */
  keep(): void;
  /** Takes the flag away. */
  forget(): void;
  /** Small habits as words without spaces, such as the emoji used last; kept in the flag where there is one. */
  readonly habits: ReadonlySignal<readonly string[]>;
  setHabits(habits: readonly string[]): void;
}

/** The name of the flag. The loader reads the same. */
export const flagName = (shop: string): string => `xiaoer:${shop}`;

/** Storage may be missing, and mere access to it may throw: then nothing is remembered. */
function storage<T>(use: (storage: Storage) => T, otherwise: T): T {
  try {
    return use(localStorage);
  } catch {
    return otherwise;
  }
}

/**
 * The memory of one shop in this browser profile. Who has agreed once is not asked again. What stands here from a time
 * before `none` counts as kept, until it is withdrawn by that.
 */
export function createMemory(shop: string, initial: Consent): Memory {
  const name = flagName(shop);
  const flag = () => storage((store) => store.getItem(name), null);
  const consent = signal<Consent>(initial !== 'all' && flag() !== null ? 'functional' : initial);
  const keeps = () => consent.value === 'functional' || consent.value === 'all';
  const habits = signal<readonly string[]>(flag()?.split(' ').slice(1) ?? []);
  const write = () => storage((store) => store.setItem(name, ['1', ...habits.value].join(' ')), undefined);
  const remembers = () => keeps() && flag() !== null;
  return {
    consent,
    keeps,
    habits,
    remembers,
    keep() {
      if (keeps() && flag() === null) write();
    },
    forget() {
      habits.value = [];
      storage((store) => store.removeItem(name), undefined);
    },
    setHabits(next) {
      habits.value = next;
      if (remembers()) write();
    },
  };
}
