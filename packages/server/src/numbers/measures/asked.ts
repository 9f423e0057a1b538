import type { Episode } from '../facts.ts';
import type { Counted, Span } from './counted.ts';

/** A wish for a person, with the session it is of. */
export interface Asked {
  readonly row: Counted;
  readonly episode: Episode;
}

/** All wishes for a person within a span; those of an agent who came by himself are none. */
export function askedIn(rows: readonly Counted[], { from, to }: Pick<Span, 'from' | 'to'>): readonly Asked[] {
  const found: Asked[] = [];
  for (const row of rows)
    for (const episode of row.session.episodes)
      if (episode.asked && episode.requestedAt >= from && episode.requestedAt < to) found.push({ row, episode });
  return found;
}
