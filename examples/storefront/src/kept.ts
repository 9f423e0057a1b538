/**
 * A value that survives the page where the browser allows it. Storage can throw on mere access (blocked cookies) and
 * hold anything, so what is read is checked, and without storage the value lives as long as the page.
 */
export interface Kept<T> {
  get(): T;
  set(value: T): void;
}

/** Keeps a value under `name`; `read` turns what was stored into a value, or into the one to start with. */
export function kept<T>(name: string, read: (stored: unknown) => T): Kept<T> {
  let value: T | undefined;
  return {
    get() {
      value ??= read(stored(name));
      return value;
    },
    set(next) {
      value = next;
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch {
        // The page goes on without memory.
      }
    },
  };
}

function stored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}
