import { commerceSamples } from './commerce.ts';
import { mediaSamples } from './media.ts';
import type { Sample } from './sample.ts';
import { wordSamples } from './words.ts';

export { answerOf, NOW, type Sample, type Writer } from './sample.ts';

/** Every kind of message in every state, as a gallery, the tests and the docs show them. */
export const SAMPLES: readonly Sample[] = [...wordSamples, ...commerceSamples, ...mediaSamples];
