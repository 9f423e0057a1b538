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
    const known = ends.get(from.id);
    known?.();
    ends.delete(from.id);
    if (on)
      ends.set(
        from.id,
        env.timer(() => heard(from, false), TYPING_MS),
      );
    if (on !== !!known)
      typing.value = on ? [...typing.peek(), { from }] : typing.peek().filter((one) => one.from.id !== from.id);
  };
  return { typing, heard };
}
