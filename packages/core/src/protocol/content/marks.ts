import { type Guard, integer, list, oneOf, optional, shape, string } from '../shape.ts';

/** How was it? Asked by the house, given by the shopper. */
export interface RatingBody {
  readonly state: 'asked' | 'given';
  /** 1 … 5 when given. */
  readonly score?: number | undefined;
  readonly reasons?: readonly string[] | undefined;
  readonly comment?: string | undefined;
}

/** A message taken back by its author. */
export interface RetractedBody {
  readonly target: number;
}

/** Everything up to this `seq` was seen by the author. */
export interface ReadBody {
  readonly upTo: number;
}

/** The conversation is over; a later message opens a new one. */
export interface ClosedBody {
  /** `moved`: the shopper signed in and goes on in the other conversation that was open. */
  readonly reason?: 'agent' | 'shopper' | 'idle' | 'moved' | undefined;
}

/** Guard of {@link RatingBody}. */
export const isRating: Guard<RatingBody> = shape<RatingBody>({
  state: oneOf('asked', 'given'),
  score: optional(integer(1, 5)),
  reasons: optional(list(string(60), 10)),
  comment: optional(string(2000)),
});

/** Guard of {@link RetractedBody}. */
export const isRetracted: Guard<RetractedBody> = shape<RetractedBody>({ target: integer(1) });

/** Guard of {@link ReadBody}. */
export const isRead: Guard<ReadBody> = shape<ReadBody>({ upTo: integer(1) });

/** Guard of {@link ClosedBody}. */
export const isClosed: Guard<ClosedBody> = shape<ClosedBody>({
  reason: optional(oneOf('agent', 'shopper', 'idle', 'moved')),
});
