import type { Episode } from '../facts.ts';
import type { Counted, Span } from './counted.ts';

/** A wish for a person, with the session it is of. */
export interface Asked {
  readonly row: Counted;
  readonly episode: Episode;
}

/** All wishes for a person within a span; those of an agent who came by himself are none. */
export const askedIn = (rows: readonly Counted[], { from, to }: Pick<Span, 'from' | 'to'>): readonly Asked[] =>
  rows.flatMap((row) =>
    row.session.episodes
      .filter(({ asked, requestedAt }) => asked && requestedAt >= from && requestedAt < to)
      .map((episode) => ({ row, episode })),
  );
