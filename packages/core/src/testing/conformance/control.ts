import type { Transport } from '../../transports/transport.ts';

/** What the kit may do to the server under test. Whatever is absent leaves its cases unchecked. */
export interface ConformanceControl {
  /** Ends the server without a warning, as `kill -9` does, and starts it again on the same storage. */
  readonly restart?: (() => Promise<void>) | undefined;
  /** Copies the storage; what it resolves to puts the copy back, as an operator does after a lost disk. */
  readonly backup?: (() => Promise<() => Promise<void>>) | undefined;
  /** Links of one signed-in agent. */
  readonly agent?: Transport | undefined;
}
