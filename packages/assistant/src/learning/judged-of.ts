import { type Played, type Replayed, verdictOf } from './replay.ts';
import type { Judged } from './thresholds.ts';

/**
 * What a replay tells of how sure is sure enough: each message's surest answer, and each that an agent turned down. The replay must
 * have run with the bands as they are shipped, for its confidences are what the bands are set on.
 */
export function judgedOf(played: readonly Played[], by: Pick<Replayed, 'book' | 'taught'>): readonly Judged[] {
  return played.flatMap(({ row, near }): Judged[] => {
    const [top, ...rest] = [...near].sort((a, b) => b.score - a.score);
    const judged: Judged[] = [];
    if (top) {
      const verdict = verdictOf(top.id, row, by);
      if (verdict !== 'unknown') judged.push({ confidence: top.score, right: verdict === 'right' });
    }
    for (const { id, score } of rest)
      if (row.truth.wrong.includes(id)) judged.push({ confidence: score, right: false });
    return judged;
  });
}
