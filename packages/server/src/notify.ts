import { createHmac, randomUUID } from 'node:crypto';

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

const TIMEOUT_MS = 5_000;

/**
 * Sends notices to an endpoint of the merchant: a POST of JSON, signed over the time and the body so that it can be told
 * from anybody else's (`xiaoer-signature: sha256=…` of `xiaoer-timestamp`, a dot and the body, with the shared secret).
 * The same `idempotency-key` is one notice.
 */
export function createWebhookNotify(url: string, secret: string, now: () => number, fetch_ = fetch): Notify {
  return {
    async send(notice) {
      const body = JSON.stringify(notice);
      const time = String(Math.floor(now() / 1000));
      const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
      const response = await fetch_(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'xiaoer-timestamp': time,
          'xiaoer-signature': `sha256=${signature}`,
        },
        body,
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the notice was answered with ${response.status}`);
    },
  };
}
