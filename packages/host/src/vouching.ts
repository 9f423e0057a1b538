import { LIMITS } from '@xiaoer/core/protocol';

/**
 * Which ops of one link vouch for those behind them (client rule 4). One that came here before its predecessor was known
 * may be in the log all the same, because another link of the same author had it recorded alone; what stands behind it
 * on this link waits for that predecessor, or it would come first.
 */
export interface Vouching {
  /** An op came that names one before it, of which nothing is known yet; or none, whatever it named before. */
  came(id: string, after: string | undefined): void;
  /** It was taken behind that one, or behind none. What it named when it came again holds nevertheless. */
  vouches(id: string, after: string | undefined): void;
  /** The op that must be known, too, before one behind `id` is taken; none where `id` says enough. */
  missing(id: string): string | undefined;
}

/** Ops that may be named by others which left before its answer came, and by those sent again. */
const MOST = 2 * LIMITS.sendWindow;

/** A link on which nothing was said yet. */
export function createVouching(): Vouching {
  const lacking = new Map<string, string>();
  return {
    came(id, after) {
      lacking.delete(id);
      if (after === undefined) return;
      lacking.set(id, after);
      const [oldest] = lacking.keys();
      if (lacking.size > MOST && oldest !== undefined) lacking.delete(oldest);
    },
    vouches(id, after) {
      if (lacking.get(id) === after) lacking.delete(id);
    },
    missing: (id) => lacking.get(id),
  };
}
