import { isIPv6 } from 'node:net';
import type { Speaker } from '@xiaoer/host';

/** Limits of one address while its connections are nobody's, or of people nobody has seen before. */
export interface ConnectLimits {
  /** Connections a minute … */
  readonly perMinute: number;
  /** … after this many at once. */
  readonly burst: number;
  /** Connections open at once of nobody and of newcomers. */
  readonly pending: number;
}

/** Milliseconds after which an address without a place is worth another look. */
const FULL_MS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
  pending: number;
  /** All connections that are open, so that a bucket in use is not forgotten. */
  links: number;
}

/** What a connection that was let in tells later. */
export interface Admission {
  /** Who speaks from now on; milliseconds to wait when the address has nothing left for it, otherwise 0. */
  speaks(who: Speaker): number;
  /** May be called more than once. */
  closed(): void;
}

/**
 * What counts as one address. A household has 2⁶⁴ addresses of IPv6 (RFC 6177), so all of a /64 are one; an address of
 * IPv4 that is written as one of IPv6 is that of IPv4.
 */
export function addressGroup(address: string): string {
  const [plain = ''] = address.split('%', 1);
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const [left = '', right] = plain.toLowerCase().split('::', 2);
  const [before, after] = [left, right ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const given = (before?.length ?? 0) + (after?.length ?? 0) + (plain.includes('.') ? 1 : 0);
  const zeros = right === undefined ? [] : Array.from({ length: 8 - given }, () => '0');
  const groups = [...(before ?? []), ...zeros, ...(after ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Counts connections by address, and newcomers with them: a secret that somebody made up a moment ago says nothing of
 * who made it up. A connection costs its address a turn and, while it is nobody's or a newcomer's, a place. One of
 * somebody who is known gives both back, so that a school behind one address is not shut out.
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
      if (bucket.links === 0 && bucket.tokens >= limits.burst) buckets.delete(address);
    }
  };

  function admission(bucket: Bucket): Admission {
    /** It holds one of the places of its address. */
    let placed = true;
    /** Its turn is not used up: the next newcomer has it, and somebody known gives it back. */
    let turn = true;
    let open = true;
    const take = () => {
      if (placed) return;
      placed = true;
      bucket.pending += 1;
    };
    const leave = () => {
      if (placed) bucket.pending -= 1;
      placed = false;
    };
    return {
      speaks(who) {
        if (!open) return 0;
        refill(bucket);
        if (who === 'known') {
          leave();
          if (turn) bucket.tokens = Math.min(limits.burst, bucket.tokens + 1);
          turn = false;
        } else if (who === 'newcomer') {
          if (!placed && bucket.pending >= limits.pending) return FULL_MS;
          if (!turn && bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / limits.perMinute) * 60_000);
          if (!turn) bucket.tokens -= 1;
          turn = false;
          take();
        } else if (!placed) {
          // Nobody is kept from signing out, so the address may be in debt for it.
          take();
          bucket.tokens -= 1;
          turn = true;
        }
        return 0;
      },
      closed() {
        if (!open) return;
        open = false;
        leave();
        bucket.links -= 1;
      },
    };
  }

  return {
    /** Undefined when the address has to wait. */
    admit(address: string): Admission | undefined {
      if (buckets.size > 10_000) sweep();
      const group = addressGroup(address);
      const bucket = buckets.get(group) ?? { tokens: limits.burst, at: now(), pending: 0, links: 0 };
      buckets.set(group, bucket);
      refill(bucket);
      if (bucket.tokens < 1 || bucket.pending >= limits.pending) return undefined;
      bucket.tokens -= 1;
      bucket.pending += 1;
      bucket.links += 1;
      return admission(bucket);
    },
  };
}
