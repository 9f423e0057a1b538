import { deadline } from '../env/deadline.ts';
import type { Env } from '../env/env.ts';
import { isObject, type UploadId } from '../protocol/index.ts';

/** As much of `fetch` as uploads need. */
export type UploadFetch = (
  address: string,
  init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: Uint8Array<ArrayBuffer> | undefined;
    readonly signal?: AbortSignal | undefined;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}>;

/** Where uploads go, and who sends them. */
export interface UploadServer {
  readonly fetch: UploadFetch;
  /** Address of an upload, such as `https://chat.example/upload/ID`. An agent's names the conversation in its query. */
  readonly address: (id: UploadId) => string;
  /**
   * The value of `Authorization`: `Bearer <token>` or `Visitor <secret>`. Undefined where a cookie speaks. `refused` is
   * the credential that was just refused: give a fresh one.
   */
  readonly credential: (refused: string | undefined) => Promise<string | undefined>;
}

/** What the server said. `offset`: how many bytes it has. */
export type Answer =
  | { readonly kind: 'has'; readonly received: number; readonly done: boolean }
  | { readonly kind: 'unauthenticated'; readonly credential: string | undefined }
  | { readonly kind: 'retry'; readonly afterMs: number | undefined }
  | { readonly kind: 'refused'; readonly code: string };

/** Milliseconds for one request (rule 9). */
const REQUEST_MS = 60_000;

const withQuery = (address: string, query: string): string => `${address}${address.includes('?') ? '&' : '?'}${query}`;

/** `Retry-After` in seconds, as milliseconds. */
const waitOf = (value: string | null): number | undefined =>
  value !== null && /^\d{1,6}$/.test(value) ? Number(value) * 1000 : undefined;

/** One request. Whatever is not understood, a captive portal's page too, is tried again. Never rejects. */
export async function askServer(
  env: Env,
  server: UploadServer,
  id: UploadId,
  request: {
    readonly refused: string | undefined;
    readonly signal: AbortSignal;
    readonly append?: { readonly offset: number; readonly size: number; readonly bytes: Uint8Array } | undefined;
    readonly forget?: boolean | undefined;
  },
): Promise<Answer> {
  const { append, forget, signal } = request;
  const again: Answer = { kind: 'retry', afterMs: undefined };
  try {
    const credential = await server.credential(request.refused);
    const headers = {
      ...(credential === undefined ? {} : { Authorization: credential }),
      ...(append ? { 'Content-Type': 'application/octet-stream' } : {}),
    };
    const at = append
      ? withQuery(server.address(id), `offset=${append.offset}&size=${append.size}`)
      : server.address(id);
    const asked = server.fetch(at, {
      method: append ? 'PUT' : forget ? 'DELETE' : 'GET',
      headers,
      body: append && new Uint8Array(append.bytes),
      signal,
    });
    const response = await deadline(env, asked, REQUEST_MS);
    const { status } = response;
    if (status === 204) return { kind: 'has', received: 0, done: false };
    const said: unknown = await deadline(env, response.json(), REQUEST_MS);
    if (!isObject(said)) return again;
    const { code, received, type } = said;
    if (status === 200 && typeof received === 'number')
      return { kind: 'has', received, done: typeof type === 'string' };
    if (status === 409 && typeof received === 'number') return { kind: 'has', received, done: false };
    if (typeof code !== 'string') return again;
    if (status === 404 && code === 'not-found') return { kind: 'has', received: 0, done: false };
    if (status === 401) return { kind: 'unauthenticated', credential };
    if (status === 429 || status === 503)
      return { kind: 'retry', afterMs: waitOf(response.headers.get('Retry-After')) };
    return status < 500 || code === 'quota' ? { kind: 'refused', code } : again;
  } catch {
    return again;
  }
}
