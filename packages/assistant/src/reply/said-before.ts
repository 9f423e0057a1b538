import { fnv } from '../dialogue/idempotency-key.ts';
import type { TurnReply } from '../turn.ts';

/** How many turns are remembered. */
const TURNS = 4;

/** A line by which it is known again. */
export const lineKey = (text: string): string => fnv(text).slice(0, 8);

/** What the last turns said, the newest first, with this one. */
export const remember = (
  replies: readonly TurnReply[],
  before: readonly (readonly string[])[] = [],
): readonly (readonly string[])[] => {
  const now = replies.flatMap(({ kind, body }) =>
    (kind === 'text' || kind === 'choices' || kind === 'products') && body.text ? [lineKey(body.text)] : [],
  );
  return [now.slice(0, 4), ...before].slice(0, TURNS);
};

/** Of several ways the first that was not said of late, else the one that was said longest ago. */
export function leastSaid(ways: readonly string[], before: readonly (readonly string[])[] = []): string {
  const ago = (way: string) => {
    const turn = before.findIndex((lines) => lines.includes(lineKey(way)));
    return turn < 0 ? TURNS : turn;
  };
  return ways.reduce((best, way) => (ago(way) > ago(best) ? way : best), ways[0] ?? '');
}
