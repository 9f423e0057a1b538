import type { TokenSource } from './token-source.ts';

/** A shopper whom the host page has signed in. */
export interface User {
  readonly kind: 'user';
  readonly sub: string;
  readonly token: TokenSource;
  /** Deletes what the same person wrote before signing in: it is theirs, too. */
  readonly forgetVisitor: () => Promise<void>;
  /** The visitor's secret, until the server has said whose conversation it is. */
  claim?: string | undefined;
  /** The server has answered a hello, and the claim if there was one. */
  answered?: ((claimed: boolean | undefined) => Promise<void>) | undefined;
}

type Absent = { readonly [K in Exclude<keyof User, 'kind'>]?: undefined };

/**
 * Whose session it is. An identity has its own store, outbox and link, so that an op is never sent under another
 * principal than its author's (rule 12).
 */
export type Identity =
  | User
  | ({ readonly kind: 'visitor' } & Absent)
  /** The cookie of the desk's session speaks. */
  | ({ readonly kind: 'agent' } & Absent);

/**
 * Name of an identity's store. A visitor's is named before there is a secret, one a browser profile and shop.
 * The shop is escaped so that no two pairs of shop and principal share a name.
 */
export const storeName = (shop: string, identity: Identity): string =>
  `${encodeURIComponent(shop)}:${identity.kind === 'user' ? `user:${identity.sub}` : identity.kind}`;
