import type { Understanding } from '../understanding/understanding.ts';

const SHAPE = /^(?:那|那么|还有)?[^，。!！?？怎哪谁]{1,14}呢[?？]?$|^(?:and|what about|how about)\b[^,.!]{1,40}$/;

/**
 * Whether a turn only names another thing for what was asked before: 那红色的呢, and the suitcase? Who names a limit of
 * price has begun to look for something.
 */
export const isEllipsis = ({ normal, features, slots }: Understanding): boolean =>
  SHAPE.test(normal.text) &&
  slots.budget === undefined &&
  !['?what', '?why', '?when', '?how'].some((concept) => features.concepts.has(concept));
