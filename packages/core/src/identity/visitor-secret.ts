import { randomText } from '../protocol/index.ts';
import type { Key, Write } from '../stores/store.ts';

/** Who this browser profile is to the server. */
export interface Credentials {
  /** Random id of the profile, in the same store as the outbox so that both are evicted together. */
  install: string;
  /** An anonymous shopper's 256-bit secret; none before the first op. */
  secret: string | undefined;
  /** The install is in the store: when it is no longer there, the identity was wiped. */
  stored: boolean;
}

export const INSTALL: Key = ['install'];

/** Rows that {@link firstRows} must see. */
export const FIRST_KEYS: readonly Key[] = [INSTALL, ['secret']];

/**
 * Whether a store whose install row is this one belongs to the session. One that has neither stored nor signed
 * anything yet takes over what it finds; any other would speak as two principals (rule 12).
 */
export const isOurs = ({ install, secret, stored }: Credentials, found: unknown): boolean =>
  found === undefined ? !stored : found === install || !(stored || secret);

/** A secret of 258 bits. */
export const madeSecret = (random: (bytes: number) => Uint8Array): string => randomText(random, 43);

/**
 * Part of the transaction of an op: writes install and secret where they are missing, and takes over those that are
 * there, so that a secret exists only with an op that it signs, and two tabs never make two.
 */
export function firstRows(
  credentials: Credentials,
  anonymous: boolean,
  random: (bytes: number) => Uint8Array,
): (stored: readonly unknown[]) => readonly Write[] {
  const made = anonymous ? (credentials.secret ?? madeSecret(random)) : undefined;
  return ([install, secret]) => {
    if (typeof install === 'string') credentials.install = install;
    if (anonymous) credentials.secret = typeof secret === 'string' ? secret : made;
    const writes: Write[] = [];
    if (!install) writes.push({ put: INSTALL, value: credentials.install });
    if (anonymous && !secret) writes.push({ put: ['secret'], value: credentials.secret });
    return writes;
  };
}
