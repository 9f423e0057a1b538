import type { Client } from '@xiaoer/core';
import type { Attachments } from '@xiaoer/core/uploads';

/** A client that can become one that attaches files, at the price of what that weighs. */
export interface BareClient extends Client {
  /** What attachments need besides the client. */
  readonly inside?: Parameters<Attachments['shopper']> extends [Client, ...infer Rest] ? Rest : never;
}
