import type { Snapshot } from './log.ts';
import { emptyProjection, type Projection } from './projection.ts';

/** Raised when a fold comes to mean something else; a snapshot of another version is not used. */
const VERSION = 1;

type State = Snapshot['state'];

/** A fold as JSON, apart from the living one. */
export const toSnapshot = (projection: Projection): State =>
  JSON.parse(
    JSON.stringify({
      ...projection,
      v: VERSION,
      retracted: [...projection.retracted],
      read: [...projection.read],
    }),
  );

/** The fold that {@link toSnapshot} wrote; that of an empty log where there is none. */
export function fromSnapshot(state: State | undefined): Projection {
  if (state?.['v'] !== VERSION) return emptyProjection();
  const { v: _, ...rest } = state;
  const { retracted, read } = state as { retracted: number[]; read: [string, { upTo: number; seq: number }][] };
  return { ...emptyProjection(), ...rest, retracted: new Set(retracted), read: new Map(read) };
}
