import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Consent } from './options.ts';

/** What this browser profile may remember, and the one flag that it does. */
export interface Memory {
  readonly consent: Signal<Consent>;
  /** Whether the shopper has chatted here before. */
  remembers(): boolean;
  /** Leaves the flag after the first message, where consent allows it. */
  keep(): void;
  /** Takes the flag away. */
  forget(): void;
  /** Emoji used last, newest first; kept in the flag where there is one. */
  readonly recent: ReadonlySignal<readonly string[]>;
  use(emoji: string): void;
}

/** How many emoji are remembered: one row of the picker. */
const RECENT = 9;

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

/** The memory of one shop in this browser profile. Who has agreed once is not asked again. */
export function createMemory(shop: string, initial: Consent): Memory {
  const name = flagName(shop);
  const flag = () => storage((store) => store.getItem(name), null);
  const consent = signal<Consent>(initial === 'ask' && flag() !== null ? 'granted' : initial);
  const recent = signal<readonly string[]>(flag()?.split(' ').slice(1) ?? []);
  const write = () => storage((store) => store.setItem(name, ['1', ...recent.value].join(' ')), undefined);
  const remembers = () => consent.value === 'granted' && flag() !== null;
  return {
    consent,
    recent,
    remembers,
    keep() {
      if (consent.value === 'granted' && flag() === null) write();
    },
    forget() {
      recent.value = [];
      storage((store) => store.removeItem(name), undefined);
    },
    use(emoji) {
      recent.value = [emoji, ...recent.value.filter((each) => each !== emoji)].slice(0, RECENT);
      if (remembers()) write();
    },
  };
}
