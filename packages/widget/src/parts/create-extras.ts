import { type ReadonlySignal, signal } from '@preact/signals-core';
import { adoptSheet } from '../content/adopt-sheet.ts';
import type { Language } from '../state/language.ts';

/** Everything that an open panel in which one can chat does not need, in one chunk. */
export type ExtrasChunk = typeof import('./extras.ts');

/** The second stage of one widget. */
export interface Extras {
  /** Null until it has come; the panel keeps its places free. */
  readonly chunk: ReadonlySignal<ExtrasChunk | null>;
  /** Brings chunk, sheet and words, once. Rejects when they cannot be had; the next call tries again. */
  load(): Promise<ExtrasChunk>;
}

/** Nothing is fetched by this. */
export function createExtras(root: ShadowRoot, language: Language): Extras {
  const chunk = signal<ExtrasChunk | null>(null);
  let loading: Promise<ExtrasChunk> | undefined;
  const fetchAll = async () => {
    const [loaded] = await Promise.all([import('./extras.ts'), language.complete()]);
    adoptSheet(root, loaded.extrasStyles);
    chunk.value = loaded;
    return loaded;
  };
  return {
    chunk,
    load() {
      loading ??= fetchAll().catch((error) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
}
