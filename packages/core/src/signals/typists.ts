import type { Signal } from '@preact/signals-core';
import type { Typing } from '../client.ts';
import type { Env } from '../env/env.ts';
import { type Participant, TYPING_MS } from '../protocol/index.ts';

/**
 * Keeps who else is writing in one conversation. The answer hears a signal, or a message, which ends it; a signal that
 * is not renewed ends by itself.
 */
export function createTypists(env: Env, typing: Signal<readonly Typing[]>): (from: Participant, on: boolean) => void {
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
  return heard;
}
