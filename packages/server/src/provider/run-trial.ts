import { setTimeout } from 'node:timers/promises';
import {
  type DialogueState,
  detectLanguage,
  INITIAL_STATE,
  type Knowledge,
  languageOf,
  type Turn,
  type TurnResult,
} from '@xiaoer/assistant';
import { judgeReplay, type Replayed, type Verdict } from '@xiaoer/assistant/provider';
import type { Answer, StreamedAnswer } from '@xiaoer/host';
import type { Assist } from './assist.ts';
import type { TracedCall } from './calls.ts';

/** A message with the answer that is right for it: its id, or `none`. */
export interface TrialRow {
  readonly text: string;
  readonly label: string;
}

/** More rows than this are not asked. */
const MOST = 500;

/** Of the calls so many may fail for what is said of it to count. */
const MAY_FAIL = 0.2;

/** Ids of what an answer was from; nothing for one that asks back, hands over or does not know. */
function sourcesOf({ decision, source = '' }: { decision: string; source?: string | undefined }): readonly string[] {
  if (decision === 'answer') return [source];
  return decision === 'written'
    ? source.split(' ').map((id) => id.replace(/^(?:answer|policy|order|product):/, ''))
    : [];
}

/** The library of service intents, and vectors, come a while after they are first needed: they are waited for, not without end. */
const LOOK_MS = 250;
const LOOKS = 120;

async function libraryFor(rows: readonly TrialRow[], knowledge: Knowledge, isReady: () => boolean): Promise<void> {
  const locale = languageOf(knowledge.source.shop.locales[0] ?? 'en');
  const spoken = [...new Set(rows.map(({ text }) => detectLanguage(text) ?? locale))];
  // Both are asked each time: to be asked is what makes them begin.
  const there = () => [isReady(), ...spoken.map((lang) => knowledge.intents(lang) !== undefined)].every(Boolean);
  for (let look = 0; look < LOOKS && !there(); look++) await setTimeout(LOOK_MS, undefined, { ref: false });
}

async function endOf(pieces: StreamedAnswer): Promise<Answer> {
  for (;;) {
    const next = await pieces.next();
    if (next.done) return next.value;
  }
}

/**
 * Asks the embedded engine and the provider each message of a labelled file, one after the other, and judges whether fewer of
 * the answers that are given are right with the provider. `isReady` says whether all is there that shoppers will meet.
 * @throws Error when too many calls fail: then nothing is known of it.
 */
export async function runTrial(
  rows: readonly TrialRow[],
  assist: Assist,
  { knowledge, turn }: { readonly knowledge: Knowledge; readonly turn: Turn },
  now: () => number,
  isReady: () => boolean = () => true,
): Promise<Verdict> {
  const replayed: Replayed[] = [];
  let calls = 0;
  let failed = 0;
  await libraryFor(rows, knowledge, isReady);
  for (const { text, label } of rows.slice(0, MOST)) {
    const right = label === 'none' ? undefined : label.replace(/^(?:answer|policy):/, '');
    const locale = knowledge.source.shop.locales[0] ?? 'en';
    const input = {
      kind: 'message',
      text,
      locale: languageOf(locale),
      shopper: { signedIn: false },
      at: now(),
    } as const;
    const embedded = turn(INITIAL_STATE, input, knowledge);
    const one = (sources: readonly string[]) => sources.find((id) => id === right) ?? sources[0];
    const alone = one(sourcesOf(embedded.trace));
    const pieces = assist({
      state: INITIAL_STATE,
      input,
      embedded,
      orders: async () => [],
      names: [],
      isStale: () => false,
      answer: ({ trace }: TurnResult<DialogueState>) => ({ lines: [], trace }),
    });
    const trace = pieces ? (await endOf(pieces)).trace : embedded.trace;
    const made: readonly TracedCall[] = (trace && 'provider' in trace ? (trace.provider as TracedCall[]) : []) ?? [];
    calls += made.length;
    failed += made.filter(({ decided }) => decided.startsWith('failed')).length;
    replayed.push({ right, embedded: alone, provided: one(trace ? sourcesOf(trace) : []) });
  }
  if (failed > calls * MAY_FAIL)
    throw new Error(`${failed} of ${calls} calls failed: nothing is known of the provider`);
  return judgeReplay(replayed);
}
