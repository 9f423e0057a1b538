import type { ClientEnv } from './env/env.ts';
import type { Store } from './stores/store.ts';
import type { Transport } from './transports/transport.ts';
import type { Attachments } from './uploads/attach-options.ts';

/** Options of `createClient`. */
export interface ClientOptions {
  /** The shop's id at the server. */
  readonly shop: string;
  readonly transport: Transport;
  readonly env: ClientEnv;
  /**
   * Opens the store named `name`; called at the first op, or earlier when `resume` is set. The name contains shop and
   * principal. Default: memory only.
   */
  readonly openStore?: ((name: string) => Promise<Store>) | undefined;
  /** Whether this browser profile has chatted before: then what is stored is read at `connect()`. */
  readonly resume?: boolean | undefined;
  /** Lets the client attach files: `attachments` of `@xiaoer/core/uploads`. */
  readonly attachments?: Attachments | undefined;
  /** BCP 47 language of the page. */
  readonly locale?: string | undefined;
}
