import { flagName } from '../../state/consent.ts';

const DAY_MS = 86_400_000;

/** Remembers in this browser when a shop has last greeted. Where storage may not be used, nobody was ever greeted. */
export interface GreetingMemory {
  /** Whether a greeting may come again, `every` so many days. A clock that was set back makes it due. */
  isDue(every: number): boolean;
  /** It has come now. */
  note(): void;
  /** Nothing of it is kept any more. */
  forget(): void;
}

export function greetingMemory(shop: string, now: () => number): GreetingMemory {
  const name = `${flagName(shop)}:greeted`;
  return {
    isDue(every) {
      try {
        const age = now() - Number(localStorage.getItem(name) ?? Number.NaN);
        return !(age >= 0 && age < every * DAY_MS);
      } catch {
        return false;
      }
    },
    note() {
      try {
        localStorage.setItem(name, String(now()));
      } catch {
        // A full disk: it comes again on the next page.
      }
    },
    forget() {
      try {
        localStorage.removeItem(name);
      } catch {
        // Where nothing can be read, nothing was kept.
      }
    },
  };
}
