import type { Message } from '../dialogue/context.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Stages } from '../stages.ts';
import type { DialogueState } from '../state.ts';
import { clauses, type Features, sentences } from '../text/features.ts';
import { detectLanguage, languageOf } from '../text/language.ts';
import { answersOn } from './calibrate.ts';
import { circumstancesOf, mayGive } from './circumstances.ts';
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
  as: 'message' | 'sentence' | 'clause' = 'message',
  made: Map<string, Features> = new Map(),
): Understanding {
  const normal = stages.normalise(message.text.slice(0, LONGEST), knowledge.vocabulary.simplify);
  const slots = stages.slots(normal);
  // A clause is read as a part of the message, of its sentence and alone: its features are the same ones each time.
  const featuresOf = (text: string): Features => {
    const known = made.get(text) ?? stages.features(text, knowledge.vocabulary);
    made.set(text, known);
    return known;
  };
  const features = featuresOf(slots.rest);
  const parts = clauses(slots.rest);
  const few = (texts: readonly string[]) =>
    as === 'message' && texts.length > 1 && texts.length <= PARTS ? texts : [];
  const part = (text: string, kind: 'sentence' | 'clause') =>
    understand({ ...message, text }, state, knowledge, stages, kind, made);
  const retrieved = stages.retrieve(features, parts.length > 1 ? parts.map(featuresOf) : [], knowledge);
  const now = circumstancesOf(message, state, knowledge);
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
    intents: as !== 'clause' ? stages.intents(normal, lang, knowledge) : undefined,
    features,
    slots,
    // Two or three questions in one message are each understood on their own as well; more of them are a story.
    parts: few(parts).map((text) => part(text, 'clause')),
    // As they were written: budgets and numbers belong to the sentence they stand in.
    sentences: few(sentences(message.text.slice(0, LONGEST))).map((text) => part(text, 'sentence')),
    mood: stages.mood(normal, knowledge),
    readings: [...best.values()]
      .filter(({ kind, id }) => kind !== 'answer' || mayGive(id, now, knowledge))
      .sort((a, b) => b.confidence - a.confidence),
  };
}
