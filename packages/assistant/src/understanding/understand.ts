import type { Message } from '../dialogue/context.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Stages } from '../stages.ts';
import type { DialogueState } from '../state.ts';
import { clauses } from '../text/features.ts';
import { detectLanguage, languageOf } from '../text/language.ts';
import { answersOn } from './calibrate.ts';
import type { Reading } from './reading.ts';
import type { Understanding } from './understanding.ts';

/** A sentence longer than this is a story; its beginning is read. */
const LONGEST = 600;

const PARTS = 3;

/** Runs the stages that understand. */
export function understand(
  message: Message,
  state: DialogueState,
  knowledge: Knowledge,
  stages: Stages,
  whole = true,
): Understanding {
  const normal = stages.normalise(message.text.slice(0, LONGEST));
  const slots = stages.slots(normal);
  const features = stages.features(slots.rest, knowledge.vocabulary);
  const parts = clauses(slots.rest);
  const retrieved = stages.retrieve(
    features,
    parts.length > 1 ? parts.map((part) => stages.features(part, knowledge.vocabulary)) : [],
    knowledge,
  );
  const best = new Map<string, Reading>();
  const talk = stages.serviceTalk(features);
  const matters = talk.flatMap(({ id, confidence, label }) => answersOn(id, confidence, label, knowledge));
  for (const reading of [...stages.calibrate(retrieved, knowledge), ...talk, ...matters]) {
    const key = `${reading.kind}:${reading.id}`;
    if (reading.confidence > (best.get(key)?.confidence ?? 0)) best.set(key, reading);
  }
  // A pressed button's label is ours, not the shopper's, and an unclear text keeps the conversation's language.
  const lang = detectLanguage(message.text) ?? state.lang ?? languageOf(message.locale);
  return {
    normal,
    lang,
    intents: whole ? stages.intents(normal, lang, knowledge) : undefined,
    features,
    slots,
    // Two or three questions in one message are each understood on their own as well; more of them are a story.
    parts:
      whole && parts.length > 1 && parts.length <= PARTS
        ? parts.map((text) => understand({ ...message, text }, state, knowledge, stages, false))
        : [],
    mood: stages.mood(normal),
    readings: [...best.values()].sort((a, b) => b.confidence - a.confidence),
  };
}
