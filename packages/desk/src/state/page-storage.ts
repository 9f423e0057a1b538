import type { DraftStorage } from './drafts.ts';

/** `localStorage`, or memory where the browser forbids it. */
export function pageStorage(): DraftStorage {
  try {
    localStorage.getItem('');
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}
