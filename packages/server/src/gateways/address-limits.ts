/** Limits of one address while its connections are nobody's yet. */
export interface ConnectLimits {
  /** Connections a minute … */
  readonly perMinute: number;
  /** … after this many at once. */
  readonly burst: number;
  /** Connections open at once without a principal. */
  readonly pending: number;
}

interface Bucket {
  tokens: number;
  at: number;
  pending: number;
}

/** What a connection that was let in tells later. Both may be called more than once. */
export interface Admission {
  /** The connection has a principal: from now on limits of the principal hold, and the address gets its due back. */
  known(): void;
  closed(): void;
}

/**
 * Counts connections by address until they are known, so that a school behind one address is not shut out. A connection
 * that turns out to be somebody's costs its address nothing.
 */
export function createAddressLimits(limits: ConnectLimits, now: () => number) {
  const buckets = new Map<string, Bucket>();
  const refill = (bucket: Bucket) => {
    const minutes = (now() - bucket.at) / 60_000;
    bucket.tokens = Math.min(limits.burst, bucket.tokens + minutes * limits.perMinute);
    bucket.at = now();
  };
  const sweep = () => {
    for (const [address, bucket] of buckets) {
      refill(bucket);
      if (bucket.pending === 0 && bucket.tokens >= limits.burst) buckets.delete(address);
    }
  };
  return {
    /** Undefined when the address has to wait. */
    admit(address: string): Admission | undefined {
      if (buckets.size > 10_000) sweep();
      const bucket = buckets.get(address) ?? { tokens: limits.burst, at: now(), pending: 0 };
      buckets.set(address, bucket);
      refill(bucket);
      if (bucket.tokens < 1 || bucket.pending >= limits.pending) return undefined;
      bucket.tokens -= 1;
      bucket.pending += 1;
      let pending = true;
      const settle = (refund: number) => {
        if (!pending) return;
        pending = false;
        bucket.pending -= 1;
        bucket.tokens = Math.min(limits.burst, bucket.tokens + refund);
      };
      return { known: () => settle(1), closed: () => settle(0) };
    },
  };
}
