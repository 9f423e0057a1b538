import { setImmediate } from 'node:timers/promises';
import type { Language } from '@xiaoer/assistant';
import type { Intents } from '@xiaoer/assistant/intents';
import type { Log } from '@xiaoer/core/env';

/** The library of service intents in a language, as far as it is loaded. */
export type OpenLibrary = (lang: Language) => Intents | undefined;

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
  const asked = new Set<Language>();

  function load(lang: Language): void {
    asked.add(lang);
    const training = trained.get(lang) ?? train(lang);
    trained.set(lang, training);
    training.then(
      (intents) => found.set(lang, intents),
      (error: unknown) => {
        trained.delete(lang);
        asked.delete(lang);
        log('error', 'library.failed', { lang, error: error instanceof Error ? error.name : 'unknown' });
      },
    );
  }

  return (lang) => {
    if (!asked.has(lang)) load(lang);
    return found.get(lang);
  };
}
