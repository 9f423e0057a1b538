/** Limits of a link, told to the client in `welcome`. Both ends enforce them. */
export interface Limits {
  /** Largest client frame, in bytes of UTF-8. A larger one ends the link with close code 1009. */
  readonly frameBytes: number;
  /** Largest body of one op, in bytes of its JSON as UTF-8. */
  readonly bodyBytes: number;
  /** Longest text of a message, in UTF-16 code units. */
  readonly textChars: number;
  /** Ops that may be un-acked on one link. */
  readonly sendWindow: number;
  /** Most events in one `events` or `reset` frame. */
  readonly pageEvents: number;
}

/** The limits of protocol version 1. A server may tell smaller ones. */
export const LIMITS: Limits = {
  frameBytes: 32_768,
  bodyBytes: 24_576,
  textChars: 4_000,
  sendWindow: 16,
  pageEvents: 100,
};

/** A client that is more events behind than this gets a `reset` with the newest page instead of a replay. */
export const MAX_REPLAY = 500;
