import { INTENT_RULES } from '../library/intents.ts';
import { MATTER_RULES } from '../library/matters.ts';
import type { Features } from '../text/features.ts';
import { isScrap } from '../text/scrap.ts';
import type { Reading } from './reading.ts';

const CONTENT = 0.05;

const RULES = [...INTENT_RULES, ...MATTER_RULES];

/** Intents of talk and service by concept rules, each with its best rule's confidence. */
export function readServiceTalk(features: Features): readonly Reading[] {
  const best = new Map<string, number>();
  for (const rule of RULES) {
    if (!rule.all.every((concept) => features.concepts.has(concept))) continue;
    if (rule.none?.some((concept) => features.concepts.has(concept))) continue;
    let about = CONTENT;
    let all = CONTENT;
    for (const segment of features.segments) {
      const weight = segment.concepts.includes('-') || isScrap(segment) ? 0 : Math.max(segment.weight, CONTENT);
      all += weight;
      if (segment.concepts.some((concept) => rule.all.includes(concept) || concept.startsWith('?'))) about += weight;
    }
    const confidence = rule.confidence * (rule.floor + (1 - rule.floor) * (about / all));
    if (confidence > (best.get(rule.intent) ?? 0)) best.set(rule.intent, confidence);
  }
  return [...best].map(([id, confidence]) => ({ kind: 'intent', id, confidence, label: id }));
}
