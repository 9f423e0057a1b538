import { randomText } from '../protocol/index.ts';
import type { Key } from '../stores/store.ts';

/** Who this browser profile is to the server. */
export interface Credentials {
  /** Random id of the profile, in the same store as the outbox so that both are evicted together. */
  install: string;
  /** An anonymous shopper's 256-bit secret; none before the first op. */
  secret: string | undefined;
  /** What becomes the secret with the first op. */
  made?: string | undefined;
  /** The install is in the store: when it is no longer there, the identity was wiped. */
  stored: boolean;
  /** Something was said in this page's life. */
  spoke: boolean;
}

export const INSTALL: Key = ['install'];

export const SECRET: Key = ['secret'];

/**
 * Whether a store whose install row is this one belongs to the session. One that has neither stored nor signed
 * anything yet takes over what it finds; any other would speak as two principals (rule 12).
 */
export const isOurs = ({ install, secret, stored }: Credentials, found: unknown): boolean =>
  found === undefined ? !stored : found === install || !(stored || secret);

/**
 * Has a secret of 258 bits at hand for the transaction of an op, which takes it where the store has none: so that a secret
 * exists only with an op that it signs, and two tabs never make two.
 */
export function makeSecret(credentials: Credentials, random: (bytes: number) => Uint8Array): void {
  credentials.made ??= credentials.secret ?? randomText(random, 43);
}
