import { randomUUID } from 'node:crypto';
import { type SignedEndpoint, signedPost } from './signed-post.ts';

/** Something that is told outside the conversation, to who ordered. */
export interface Notice {
  readonly kind: 'order-code';
  /** Where it goes; the merchant's system chooses how. */
  readonly to: { readonly phone?: string | undefined; readonly email?: string | undefined };
  readonly locale: string;
  /** The order's number, the one-time code, and minutes for which it holds. */
  readonly values: { readonly number: string; readonly code: string; readonly minutes: number };
}

/** Tells people who are not on the page. Rejects when it was not taken. */
export interface Notify {
  send(notice: Notice): Promise<void>;
}

/** Sends notices to an endpoint of the merchant, which has taken one when it answers with 2xx. */
export function createWebhookNotify(endpoint: SignedEndpoint, now: () => number): Notify {
  return {
    async send(notice) {
      const response = await signedPost(endpoint, notice, randomUUID(), now);
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the notice was answered with ${response.status}`);
    },
  };
}
