import { setImmediate } from 'node:timers/promises';
import type { Language } from '@xiaoer/assistant';
import type { Intents } from '@xiaoer/assistant/intents';
import type { Log } from '@xiaoer/core/env';

/** The library of service intents as far as it is loaded. */
export interface OpenLibrary {
  /** The intents of a language; the first question for them begins to load them. */
  read(lang: Language): Intents | undefined;
  /** Resolves with whether what is being loaded has come; `undefined` when nothing is being loaded. */
  loading(lang: Language): Promise<boolean> | undefined;
}

/** What is the same for every shop of a process is trained once. */
const trained = new Map<Language, Promise<Intents>>();

/** Between two steps of some ten milliseconds everything else of the server has its turn. */
async function train(lang: Language): Promise<Intents> {
  const { openIntents } = await import('@xiaoer/assistant/intents');
  return openIntents(lang, () => setImmediate());
}

/**
 * The library of service intents, loaded with the first message in a language while the server goes on answering. What
 * could not be loaded is tried again with a later message.
 */
export function openLibrary(log: Log): OpenLibrary {
  const found = new Map<Language, Intents>();
  const loading = new Map<Language, Promise<boolean>>();

  function load(lang: Language): Promise<boolean> {
    const training = trained.get(lang) ?? train(lang);
    trained.set(lang, training);
    return training.then(
      (intents) => {
        found.set(lang, intents);
        loading.delete(lang);
        return true;
      },
      (error: unknown) => {
        trained.delete(lang);
        loading.delete(lang);
        log('error', 'library.failed', { lang, error: error instanceof Error ? error.name : 'unknown' });
        return false;
      },
    );
  }

  return {
    read(lang) {
      if (!found.has(lang) && !loading.has(lang)) loading.set(lang, load(lang));
      return found.get(lang);
    },
    loading: (lang) => loading.get(lang),
  };
}
