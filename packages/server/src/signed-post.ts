import { createHmac } from 'node:crypto';

const TIMEOUT_MS = 5_000;

/** An endpoint of the merchant, and the secret that it shares with us. */
export interface SignedEndpoint {
  readonly url: string;
  readonly secret: string;
}

/**
 * Posts JSON, signed over the time and the body so that it can be told from anybody else's: `xiaoer-signature: sha256=…` is
 * the HMAC of `xiaoer-timestamp`, a dot and the body. The same `key` is the same wish. Rejects when there is no answer
 * within five seconds, or one that leads elsewhere.
 */
export async function signedPost(
  { url, secret }: SignedEndpoint,
  value: unknown,
  key: string,
  now: () => number,
  post: typeof fetch = fetch,
): Promise<Response> {
  const body = JSON.stringify(value);
  const time = String(Math.floor(now() / 1000));
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return post(url, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'xiaoer-timestamp': time,
      'xiaoer-signature': `sha256=${signature}`,
    },
    body,
  });
}
