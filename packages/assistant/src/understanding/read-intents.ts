import type { Knowledge } from '../knowledge/knowledge.ts';
import type { IntentReading } from '../library/open-intents.ts';
import type { Language } from '../text/language.ts';
import type { NormalText } from '../text/normalise.ts';

const AMONG = 3;

/** What the library of service intents makes of a sentence; undefined while it is not loaded, and for nothing said. */
export const readIntents = (normal: NormalText, lang: Language, knowledge: Knowledge): IntentReading | undefined =>
  normal.text === '' ? undefined : knowledge.intents(lang)?.read(normal.original, AMONG);
