import type { Knowledge } from '../knowledge/knowledge.ts';
import { isKnown, likeness } from '../knowledge/likeness.ts';
import type { Phrasing } from '../knowledge/phrasings.ts';
import { CONCEPT_WEIGHTS, GOODS } from '../library/weights.ts';
import type { Features, Segment } from '../text/features.ts';
import type { Reading } from './reading.ts';
import type { Retrieved } from './retrieve.ts';

/** A match through the library's intent is a little less certain than through the merchant's own phrasing. */
const BY_TOPIC = 0.94;
const BODY = 0.72;

/** Ways of asking that change what is wanted: «where do you send» is no answer to what it costs. */
const WAYS = ['?how-much', '?when'];
const OTHER_WAY = 0.93;
const WITHOUT_TOPIC = 0.2;
const THIN = 0.2;

interface Match {
  readonly phrasing: Phrasing;
  readonly likeness: number;
  readonly strong: boolean;
  /** One word in the text of an answer, which may be there by the way. */
  readonly thin: boolean;
  /** Share of the question's weight in words that some phrasing has. */
  readonly known: number;
}

/** Whether the question and the phrasing share a topic: a content concept, a Latin word, or two Han characters. */
function sharesTopic(query: Features, doc: number, { phrasings }: Knowledge): boolean {
  const library = phrasings.docs[doc]?.target.kind === 'intent';
  // Goods that the text of an answer mentions are its examples, not its matter.
  const body = phrasings.docs[doc]?.body === true;
  return query.segments.some(
    ({ concepts, grams, weight }) =>
      weight > 0.3 &&
      (concepts.some(
        (concept) =>
          (CONCEPT_WEIGHTS[concept] ?? 1) >= 0.7 &&
          !((library || body) && GOODS.has(concept)) &&
          phrasings.index.weight(doc, `c:${concept}`) > 0.3,
      ) ||
        // A word that no table knows is a topic in the merchant's own text only.
        (!library &&
          grams.some(
            ([key]) =>
              (key.startsWith('w:') || (key.startsWith('h:') && key.length >= 4)) &&
              phrasings.index.weight(doc, key) > 0,
          ))),
  );
}

/** Whether a document has a segment that says something. */
const inDoc = ({ concepts, grams, weight }: Segment, doc: number, { phrasings }: Knowledge): boolean =>
  weight > 0.3 &&
  (concepts.some((concept) => phrasings.index.weight(doc, `c:${concept}`) > 0) ||
    grams.some(([key, share]) => share >= 1 && phrasings.index.weight(doc, key) > 0));

function knownShare({ segments }: Features, { phrasings }: Knowledge): number {
  let known = 0;
  let all = 0;
  for (const segment of segments) {
    all += segment.weight;
    if (isKnown(segment, phrasings.index)) known += segment.weight;
  }
  return all > 0 ? known / all : 0;
}

/** The merchant's answers on a matter. Of several the one whose question is nearest to it is meant most likely. */
export function answersOn(
  topic: string,
  confidence: number,
  label: string,
  { phrasings }: Knowledge,
): readonly Reading[] {
  const linked = phrasings.byTopic.get(topic) ?? [];
  const strongest = Math.max(...linked.map(({ strength }) => strength));
  return linked.map(({ id, strength }) => ({
    kind: 'answer',
    id,
    confidence: confidence * BY_TOPIC * (strength / strongest) ** 2,
    label,
  }));
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Fourth stage: what was retrieved becomes readings with a confidence. Signals are how much of the question's
 * weighted words the phrasing knows, how much of the phrasing was asked, whether they share a topic at all, and the
 * lead over the next other target; a raw retrieval score is none of them. One common word never makes an answer.
 */
export function calibrate(retrieved: readonly Retrieved[], knowledge: Knowledge): readonly Reading[] {
  const matches = new Map<string, Match>();
  for (const { query, doc, part } of retrieved) {
    const phrasing = knowledge.phrasings.docs[doc] as Phrasing;
    const { asked, said } = likeness(query, doc, knowledge.phrasings);
    const raw = phrasing.body ? asked * BODY : asked ** 0.6 * said ** 0.4;
    const key = `${phrasing.target.kind}:${phrasing.target.id}`;
    const other = WAYS.some(
      (way) => query.concepts.has(way) && knowledge.phrasings.index.weight(doc, `c:${way}`) === 0,
    );
    const like = raw * part * (other && !phrasing.body ? OTHER_WAY : 1);
    if (like > (matches.get(key)?.likeness ?? 0))
      matches.set(key, {
        phrasing,
        likeness: like,
        strong: sharesTopic(query, doc, knowledge),
        thin: phrasing.body && query.segments.filter((segment) => inDoc(segment, doc, knowledge)).length < 2,
        known: knownShare(query, knowledge),
      });
  }
  const ranked = [...matches.values()].sort((a, b) => b.likeness - a.likeness);
  const readings = new Map<string, Reading>();
  const put = (reading: Reading) => {
    const key = `${reading.kind}:${reading.id}`;
    if (reading.confidence > (readings.get(key)?.confidence ?? 0)) readings.set(key, reading);
  };
  for (const match of ranked) {
    const { target, text } = match.phrasing;
    const rival = ranked.find((other) => other !== match && other.phrasing.target.kind === target.kind);
    const lead = Math.max(-0.2, Math.min(0.2, match.likeness - (rival?.likeness ?? 0)));
    const confidence =
      logistic(11 * (match.likeness - 0.56) + 4 * lead - 5 * Math.max(0, 0.45 - match.known)) *
      (match.strong ? 1 : WITHOUT_TOPIC) *
      (match.thin ? THIN : 1);
    put({ kind: target.kind, id: target.id, confidence, label: text });
    if (target.kind === 'intent') answersOn(target.id, confidence, text, knowledge).forEach(put);
  }
  return [...readings.values()].sort((a, b) => b.confidence - a.confidence);
}
