import type { IntentReading } from '../library/open-intents.ts';
import type { Features } from '../text/features.ts';
import type { Language } from '../text/language.ts';
import type { NormalText } from '../text/normalise.ts';
import type { Mood } from './mood.ts';
import type { Reading } from './reading.ts';
import type { Slots } from './slots/slots.ts';

/** All that a sentence was understood to say. */
export interface Understanding {
  readonly normal: NormalText;
  readonly lang: Language;
  readonly features: Features;
  readonly slots: Slots;
  readonly mood: Mood;
  /** What the library of service intents makes of it, when it is loaded. */
  readonly intents?: IntentReading | undefined;
  /** Answers and intents, the most certain first. */
  readonly readings: readonly Reading[];
  /** Its clauses on their own, when there are two or three. */
  readonly parts: readonly Understanding[];
  /** Its whole sentences on their own, when there are two or three; each is asked of the library too. */
  readonly sentences: readonly Understanding[];
}

/** Confidence of an intent, 0 when it was not read at all. */
export const intentOf = ({ readings }: Understanding, id: string): number =>
  readings.find((reading) => reading.kind === 'intent' && reading.id === id)?.confidence ?? 0;
