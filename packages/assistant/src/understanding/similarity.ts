import type { Segment } from '../text/features.ts';

/** Tells the weight (0 … 1) with which a key is met on the other side. */
export type Meets = (key: string) => number;

/** How rare a key is, 0 … 1. */
export type Rarity = (key: string) => number;

/** How far one segment is met, and what it counts for. */
export interface Met {
  readonly share: number;
  readonly mass: number;
}

/**
 * A segment of the tables is met by any one of its concepts, a little better by the very word; any other segment by
 * the share of its grams that is found, weighted by rarity.
 */
export function meet(segment: Segment, meets: Meets, rarity: Rarity): Met {
  if (segment.concepts.length > 0) {
    let share = 0;
    let mass = 0;
    let rarest = 0;
    for (const concept of segment.concepts) {
      const met = meets(`c:${concept}`);
      const rare = rarity(`c:${concept}`);
      rarest = Math.max(rarest, rare);
      if (met > share) {
        share = met;
        mass = rare;
      }
    }
    const exact = meets(`x:${segment.text}`) > 0 ? 1 : 0.88;
    return { share: Math.min(1, share) * exact, mass: segment.weight * (share > 0 ? mass : rarest) };
  }
  let found = 0;
  let total = 0;
  let plain = 0;
  for (const [key, weight] of segment.grams) {
    const worth = weight * rarity(key);
    total += worth;
    plain += weight;
    if (meets(key) > 0) found += worth;
  }
  return total > 0 ? { share: found / total, mass: (segment.weight * total) / plain } : { share: 0, mass: 0 };
}

/** Share of all segments' mass that is met. `worth` scales a segment's mass. */
export function coverage(
  segments: readonly Segment[],
  meets: Meets,
  rarity: Rarity,
  worth: (segment: Segment) => number = () => 1,
): number {
  let found = 0;
  let total = 0;
  for (const segment of segments) {
    if (segment.weight === 0) continue;
    const { share, mass } = meet(segment, meets, rarity);
    const factor = worth(segment);
    found += share * mass * factor;
    total += mass * factor;
  }
  return total > 0 ? found / total : 0;
}
