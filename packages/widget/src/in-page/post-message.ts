import type { PostMessage } from './create-delivery.ts';

const PATIENCE_MS = 15_000;

/** Answers that the same message will get again, however often it is sent. */
const FINAL = [400, 403, 404, 405, 410, 413, 415, 422];

/** Seconds, or a date. */
function retryAfter(value: string | null): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 1_000), 3_600_000) : undefined;
}

/** Posts messages to the shop's endpoint as JSON. Any 2xx says that it is kept there. */
export const postTo =
  (endpoint: string, send: typeof fetch): PostMessage =>
  async (message) => {
    try {
      const answer = await send(endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(message),
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (answer.ok) return 'taken';
      return FINAL.includes(answer.status)
        ? 'refused'
        : { retryAfterMs: retryAfter(answer.headers.get('Retry-After')) };
    } catch {
      return {};
    }
  };
