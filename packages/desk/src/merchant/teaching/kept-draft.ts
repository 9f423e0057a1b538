import { isObject } from '@xiaoer/core/protocol';
import type { DraftStorage } from '../../state/drafts.ts';
import { type Draft, NO_DRAFT } from './draft.ts';
import { isAnswer } from './knowledge-answer.ts';

const nameOf = (agent: string): string => `xiaoer-desk-teaching:${agent}`;

function isDraft(value: unknown): value is Draft {
  if (!isObject(value) || !isObject(value['answers'])) return false;
  const { answers, sentences } = value;
  return (
    Object.values(answers).every(
      (one) =>
        isObject(one) &&
        (one['from'] === undefined || isAnswer(one['from'])) &&
        (one['to'] === undefined || isAnswer(one['to'])),
    ) &&
    (sentences === undefined ||
      (isObject(sentences) && typeof sentences['wrong'] === 'number' && typeof sentences['sent'] === 'number'))
  );
}

/** What this person has changed and not saved, on this browser. */
export function readDraft(storage: DraftStorage, agent: string): Draft {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(agent)) ?? 'null');
    return isDraft(kept) ? kept : NO_DRAFT;
  } catch {
    return NO_DRAFT;
  }
}

/** Keeps it. A full or forbidden storage keeps it as long as the page. */
export function keepDraft(storage: DraftStorage, agent: string, draft: Draft): void {
  try {
    if (Object.keys(draft.answers).length > 0 || draft.sentences) storage.setItem(nameOf(agent), JSON.stringify(draft));
    else storage.removeItem(nameOf(agent));
  } catch {
    // Nobody is stopped from working by it.
  }
}
