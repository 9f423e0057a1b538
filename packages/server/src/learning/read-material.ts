import {
  type Book,
  type Candidate,
  candidatesOf,
  type ReplayRow,
  readRounds,
  rowsOf,
} from '@xiaoer/assistant/learning';
import { createPause } from './in-slices.ts';
import type { Recorded } from './read-recorded.ts';

/** Questions that are grouped, and messages that are asked again: of more the newest. */
const MOST_CANDIDATES = 10_000;
const MOST_ROWS = 2_000;

/** All that is learnt from. */
export interface Material {
  readonly candidates: readonly Candidate[];
  readonly rows: readonly ReplayRow[];
}

/** Reads what was recorded since a moment with what is known now, in slices. */
export async function readMaterial(
  recorded: Recorded,
  book: Book,
  since: number,
  monotonic: () => number,
): Promise<Material> {
  const pause = createPause(monotonic);
  const candidates: Candidate[] = [];
  const rows: ReplayRow[] = [];
  for (const id of recorded.ids(since)) {
    if (candidates.length >= MOST_CANDIDATES && rows.length >= MOST_ROWS) break;
    const conversation = await recorded.read(id);
    if (!conversation) continue;
    const rounds = readRounds(conversation, book);
    if (candidates.length < MOST_CANDIDATES) candidates.push(...candidatesOf(rounds, book));
    if (rows.length < MOST_ROWS) rows.push(...rowsOf(rounds, book));
    await pause();
  }
  return { candidates: candidates.slice(0, MOST_CANDIDATES), rows: rows.slice(0, MOST_ROWS) };
}
