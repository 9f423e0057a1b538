import type { Language } from '../text/language.ts';
import { inScopeOf, rightOf } from '../understanding/abstain.ts';
import { type Band, bandOf } from '../understanding/bands.ts';
import { type Recogniser, type Recognition, trainRecogniser } from '../understanding/recogniser.ts';
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

/** Loads the library of a language and trains it, which takes about half a second of one core. */
export async function openIntents(lang: Language): Promise<Intents> {
  const { examples, cues, plain } = await loadLibrary(lang);
  const recogniser = trainRecogniser(examples, { cues, plain });
  const abstention = ABSTENTION[lang];
  return {
    lang,
    recogniser,
    read(text, limit) {
      const said = recogniser.recognise(text, limit);
      const inScope = inScopeOf(abstention, said.signals);
      const right = rightOf(abstention, said.signals);
      return { ...said, inScope, right, band: bandOf(right, inScope) };
    },
  };
}
