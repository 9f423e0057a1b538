import { LIMITS } from '@xiaoer/core/protocol';

/**
 * Which ops of one link vouch for those behind them. A repeat is an ack although the op before it is unknown, because
 * another link of the same author had it recorded alone; what stands behind it on this link waits for that one all the
 * same, or it would come first (client rule 4).
 */
export interface Vouching {
  /** An op is recorded that came behind one that is not. */
  lacks(id: string, after: string): void;
  /** The op that must be known, too, before one behind `id` is taken; none where `id` says enough. */
  missing(id: string): string | undefined;
}

/** A link on which nothing was said yet. */
export function createVouching(): Vouching {
  const lacking = new Map<string, string>();
  return {
    lacks(id, after) {
      lacking.delete(id);
      lacking.set(id, after);
      // Ops behind it that left before its ack came are no more than fit the window.
      const [oldest] = lacking.keys();
      if (lacking.size > LIMITS.sendWindow && oldest !== undefined) lacking.delete(oldest);
    },
    missing: (id) => lacking.get(id),
  };
}
