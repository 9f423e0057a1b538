import { decide } from './dialogue/decide.ts';
import { compose } from './reply/compose.ts';
import { features } from './text/features.ts';
import { normalise } from './text/normalise.ts';
import { calibrate } from './understanding/calibrate.ts';
import { readMood } from './understanding/mood.ts';
import { readIntents } from './understanding/read-intents.ts';
import { retrieve } from './understanding/retrieve.ts';
import { readServiceTalk } from './understanding/service-talk.ts';
import { readSlots } from './understanding/slots/slots.ts';

/** The stages of a turn, in their order. Each is pure and can be replaced. */
export interface Stages {
  readonly normalise: typeof normalise;
  readonly features: typeof features;
  readonly retrieve: typeof retrieve;
  readonly calibrate: typeof calibrate;
  readonly serviceTalk: typeof readServiceTalk;
  readonly intents: typeof readIntents;
  readonly slots: typeof readSlots;
  readonly mood: typeof readMood;
  readonly decide: typeof decide;
  readonly compose: typeof compose;
}

/** The embedded engine. */
export const DEFAULT_STAGES: Stages = {
  normalise,
  features,
  retrieve,
  calibrate,
  serviceTalk: readServiceTalk,
  intents: readIntents,
  slots: readSlots,
  mood: readMood,
  decide,
  compose,
};
