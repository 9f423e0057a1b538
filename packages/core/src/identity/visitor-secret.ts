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
  /** Something was said in this page's life. */
  spoke: boolean;
}

export const INSTALL: Key = ['install'];

/** Rows that {@link firstRows} must see. */
export const FIRST_KEYS: readonly Key[] = [['secret']];

/**
 * Whether a store whose install row is this one belongs to the session. One that has neither stored nor signed
 * anything yet takes over what it finds; any other would speak as two principals (rule 12).
 */
export const isOurs = ({ install, secret, stored }: Credentials, found: unknown): boolean =>
  found === undefined ? !stored : found === install || !(stored || secret);

/** A secret of 258 bits. */
export const madeSecret = (random: (bytes: number) => Uint8Array): string => randomText(random, 43);

/**
 * Part of the transaction of an op: writes the secret where it is missing, and takes over the one that is there, so that
 * a secret exists only with an op that it signs, and two tabs never make two.
 */
export function firstRows(
  credentials: Credentials,
  anonymous: boolean,
  random: (bytes: number) => Uint8Array,
): (stored: readonly unknown[]) => readonly Write[] {
  const made = anonymous ? (credentials.secret ?? madeSecret(random)) : undefined;
  return ([secret]) => {
    if (!anonymous) return [];
    credentials.secret = typeof secret === 'string' ? secret : made;
    return secret ? [] : [{ put: ['secret'], value: credentials.secret }];
  };
}
