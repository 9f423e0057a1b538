import type { Language } from '../text/language.ts';
import { inScopeOf, rightOf } from '../understanding/abstain.ts';
import { type Band, bandOf } from '../understanding/bands.ts';
import { type Recogniser, type Recognition, recogniserSteps } from '../understanding/recogniser.ts';
import { ABSTENTION } from './abstention.ts';
import { loadLibrary } from './library.ts';

/** A text as the library understands it. */
export interface IntentReading extends Recognition {
  /** Probability that it is about any service intent. */
  readonly inScope: number;
  /** Probability that the first intent is the right one. */
  readonly right: number;
  readonly band: Band;
}

/** The service intents of the library in one language, without any data of a merchant. */
export interface Intents {
  readonly lang: Language;
  readonly recogniser: Recogniser;
  read(text: string, limit?: number): IntentReading;
}

const intentsOf = (lang: Language, recogniser: Recogniser): Intents => ({
  lang,
  recogniser,
  read(text, limit) {
    const said = recogniser.recognise(text, limit);
    const inScope = inScopeOf(ABSTENTION[lang], said.signals);
    const right = rightOf(ABSTENTION[lang], said.signals);
    return { ...said, inScope, right, band: bandOf(right, inScope) };
  },
});

/**
 * Loads the library of a language and trains it in steps of some ten milliseconds, between which `pause` is awaited: a
 * server answers others meanwhile. All of it takes about a second of one core.
 */
export async function openIntents(lang: Language, pause?: () => Promise<void>): Promise<Intents> {
  const { examples, ...options } = await loadLibrary(lang);
  const steps = recogniserSteps(examples, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return intentsOf(lang, step.value);
    if (pause) await pause();
  }
}
