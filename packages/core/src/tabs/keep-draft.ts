import { effect } from '@preact/signals-core';
import { createAlarm } from '../env/alarm.ts';
import type { Session } from '../session/session.ts';
import type { Key } from '../stores/store.ts';

export const DRAFT: Key = ['draft'];

/** A draft is stored when no key was pressed for so long, or the page goes out of sight. */
const PAUSE_MS = 400;

/** The draft of a session, kept in its store. */
export interface DraftKeeper {
  /** Stores now what waits to be stored. */
  flush(): void;
  /** Begins to read what the store says; the answer takes it. What was written or stored here meanwhile wins. */
  read(): (text: string | undefined) => void;
  end(): void;
}

/**
 * Stores the draft where this identity has something stored already, and tells `stored` after. A text that is sent
 * empties it.
 */
export function keepDraft(
  { draft, keptDraft, outbox, credentials, commit, env }: Session,
  stored: () => void,
): DraftKeeper {
  const alarm = createAlarm(env);
  const seen = new Set(outbox.entries.peek().map(({ id }) => id));
  // What was sent, or put away, before this began is still in the store.
  let kept = keptDraft;
  /** Beginnings and ends of storing: who read across one has read what was before. */
  let turns = 0;

  const save = async () => {
    alarm.stop();
    const text = draft.peek();
    if (text === kept || !credentials.stored) return;
    kept = text;
    turns++;
    const saved = await commit([], () => [text ? { put: DRAFT, value: text } : { delete: DRAFT }]);
    turns++;
    if (saved) stored();
  };
  const ends = [
    effect(() => {
      if (draft.value !== kept) alarm.set(() => void save(), PAUSE_MS);
    }),
    effect(() => {
      for (const { id, kind, body } of outbox.entries.value) {
        if (seen.has(id)) continue;
        seen.add(id);
        if (kind !== 'text' || !draft.peek() || String(body['text']).trim() !== draft.peek().trim()) continue;
        draft.value = '';
        void save();
      }
    }),
  ];
  return {
    flush: () => void save(),
    read() {
      const begun = turns;
      return (text = '') => {
        if (text === kept || alarm.waits() || begun !== turns) return;
        kept = text;
        draft.value = text;
      };
    },
    end() {
      alarm.stop();
      for (const end of ends) end();
    },
  };
}
