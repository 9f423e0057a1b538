/** One connection. Frames of an earlier link are dropped by whoever holds the newer one. */
export interface Link {
  /** Hands over one frame. Frames arrive in order, or the link ends. */
  send(frame: string): void;
  /** Ends the link at once, without waiting for the other side. No handler runs afterwards. */
  close(): void;
}

/** Handlers of one link. */
export interface LinkHandlers {
  onopen(): void;
  onframe(frame: string): void;
  /** The link ended; `retryAfterMs` where the other end asked for a wait. Runs at most once. */
  onclose(reason: string, retryAfterMs?: number): void;
}

/**
 * A way to reach the server. It promises ordered frames or the end of the link, nothing else: acknowledgement,
 * resume and liveness are the session's. `testing/transport-contract.ts` proves an implementation.
 */
export interface Transport {
  readonly name: string;
  open(handlers: LinkHandlers): Link;
}
