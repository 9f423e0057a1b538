import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Typing } from '../client.ts';
import type { Env } from '../env/env.ts';
import { type Participant, TYPING_MS } from '../protocol/index.ts';

/** Who else is writing. */
export interface Typists {
  readonly typing: ReadonlySignal<readonly Typing[]>;
  /** A signal, or a message, which ends it. A signal that is not renewed ends by itself. */
  heard(from: Participant, on: boolean): void;
}

/** The typists of one conversation. */
export function createTypists(env: Env): Typists {
  const typing = signal<readonly Typing[]>([]);
  const ends = new Map<string, () => void>();
  const heard = (from: Participant, on: boolean) => {
    const { id } = from;
    const known = ends.get(id);
    known?.();
    ends.delete(id);
    if (on) {
      const end = env.timer(() => heard(from, false), TYPING_MS);
      ends.set(id, end);
    }
    if (on === !!known) return;
    const others = typing.peek().filter((one) => one.from.id !== id);
    typing.value = on ? [...others, { from }] : others;
  };
  return { typing, heard };
}
