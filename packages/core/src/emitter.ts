import type { ReadonlySignal } from '@preact/signals-core';
import type { ClientEvents } from './client.ts';
import type { Env } from './env/env.ts';
import { warn } from './env/warn.ts';

/** Tells the host page what happened. */
export type Emit = <E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]) => void;

/** The listeners of a host page. */
export interface Emitter {
  readonly emit: Emit;
  on<E extends keyof ClientEvents>(event: E, listener: (detail: ClientEvents[E]) => void): () => void;
  /** Tells every change of a signal from now on; the answer ends it. */
  follow<E extends keyof ClientEvents>(event: E, source: ReadonlySignal<ClientEvents[E]>): () => void;
  clear(): void;
}

/** An emitter whose listeners may throw, leave or come while it speaks, without harm to the others (rule 3). */
export function createEmitter(env: Env): Emitter {
  const listeners = new Set<readonly [event: string, listener: (detail: never) => void]>();
  const emitter: Emitter = {
    emit(event, detail) {
      for (const [wanted, listener] of [...listeners])
        try {
          if (wanted === event) listener(detail as never);
        } catch (error) {
          warn(env, `listener-failed ${event}`, error);
        }
    },
    on(event, listener) {
      const entry = [event, listener] as const;
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    follow(event, source) {
      let known = false;
      return source.subscribe((now) => {
        if (known) emitter.emit(event, now);
        known = true;
      });
    },
    clear: () => listeners.clear(),
  };
  return emitter;
}
