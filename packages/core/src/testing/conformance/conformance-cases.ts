import { APPENDING } from './appending.ts';
import { AUTHORSHIP } from './authorship.ts';
import type { ConformanceCase } from './conformance-case.ts';
import { CONVERSATIONS } from './conversations.ts';
import { DURABILITY } from './durability.ts';
import { FRAMES } from './frames.ts';
import { HISTORY } from './history.ts';
import { OPENING } from './opening.ts';
import { RESUMING } from './resuming.ts';
import { SERVING } from './serving.ts';

/** Every case, in the order in which a server is best written. */
export const CONFORMANCE_CASES: readonly ConformanceCase[] = [
  ...OPENING,
  ...FRAMES,
  ...APPENDING,
  ...AUTHORSHIP,
  ...CONVERSATIONS,
  ...RESUMING,
  ...HISTORY,
  ...SERVING,
  ...DURABILITY,
];
