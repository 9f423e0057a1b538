import type { DecoderLike } from './event-stream-parser.ts';

/** What is used of a `Response`. */
export interface ResponseLike {
  readonly status: number;
  readonly type: string;
  readonly redirected: boolean;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> };
  } | null;
  text(): Promise<string>;
}

/** What is used of the platform; `globalThis` has it in browsers and in Node. */
export interface HttpParts {
  fetch(
    address: string,
    init: {
      readonly method: 'POST';
      readonly body: string;
      readonly signal: AbortSignal;
      readonly redirect: 'manual';
      readonly cache: 'no-store';
      readonly credentials: 'same-origin';
    },
  ): Promise<ResponseLike>;
  readonly AbortController: new () => { readonly signal: AbortSignal; abort(): void };
  readonly TextDecoder: new () => DecoderLike;
  readonly Date: { parse(text: string): number };
}

/** Nobody is sent away for longer: a page that is open tomorrow should work tomorrow. */
const MOST_WAIT_MS = 3_600_000;

/**
 * Milliseconds that a refusal asks to wait. A date is counted from the answer's own `Date`, never from our clock
 * (rule 13).
 */
export function retryAfter({ headers }: Pick<ResponseLike, 'headers'>, dates: HttpParts['Date']): number | undefined {
  const asked = headers.get('Retry-After')?.trim() ?? '';
  if (asked === '') return undefined;
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1_000 : dates.parse(asked) - dates.parse(headers.get('Date') ?? '');
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MOST_WAIT_MS);
}

/**
 * Why an answer is not one of our server's, or undefined: a redirect, another status, another type of content. A
 * captive portal or a gateway's page of HTML is all of these, and never a frame.
 */
export function strangeness(response: ResponseLike, status: number, type: string): string | undefined {
  const { redirected, headers } = response;
  if (redirected || response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    return 'redirected';
  if (response.status !== status && (response.status < 200 || response.status > 299)) return `http ${response.status}`;
  const found = (headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (response.status === status && found === type) return undefined;
  return `not our server: ${response.status} ${found.slice(0, 40) || 'without a type'}`;
}
