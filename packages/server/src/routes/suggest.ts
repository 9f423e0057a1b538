import type { IncomingMessage } from 'node:http';
import { isObject } from '@xiaoer/core/protocol';
import type { Rate } from '@xiaoer/host';
import { addressGroup } from '../gateways/address-limits.ts';
import { readBody } from '../gateways/read-body.ts';
import type { Origins } from '../identity/origins.ts';
import { admitsOrigin } from './cross-origin.ts';
import { type Exchange, type Route, sendJson } from './route.ts';

/** The longest text that is looked up, in characters. */
export const TYPED_CHARS = 200;

/** A character is at most six bytes of JSON, and something stands around it. */
const MOST_BYTES = TYPED_CHARS * 6 + 200;

/** Milliseconds after which an assistant that could not be made is worth another question. */
const BUSY_MS = 10_000;

/** The text typed in the body of a request; undefined for anything else. */
function typedIn(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const text = isObject(value) ? value['text'] : undefined;
    return typeof text === 'string' && text.length <= TYPED_CHARS ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `POST /suggest` with `{"text": "…"}`: questions of the merchant's knowledge base that somebody may be about to ask, as
 * `{"questions": [{"text": "…"}]}`. It asks for no credential, because every question in it is one that anybody may be
 * told; the text is in the body, which no log holds, and nothing of it is kept.
 */
export function suggestRoute(options: {
  readonly suggest: (typed: string) => Promise<readonly string[]>;
  readonly origins: Origins;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Requests of one address. */
  readonly requests: Rate;
}): Route {
  const refuse = (exchange: Exchange, status: number, code: string, message: string, waitMs?: number): true => {
    const { request, response } = exchange;
    if (waitMs !== undefined) response.setHeader('Retry-After', Math.ceil(waitMs / 1000));
    if (!request.complete) response.setHeader('Connection', 'close');
    return sendJson(exchange, status, { code, message });
  };

  return async (exchange) => {
    const { request, response, url } = exchange;
    if (url.pathname !== '/suggest') return false;
    if (!admitsOrigin(exchange, options.origins, 'POST')) return true;
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return refuse(exchange, 405, 'invalid-request', 'use POST');
    }
    const turn = options.requests.take(addressGroup(options.addressOf(request)));
    if (!turn.ok) return refuse(exchange, 429, 'rate', 'too many requests', turn.waitMs);
    const body = await readBody(request, MOST_BYTES);
    const text = 'text' in body ? typedIn(body.text) : undefined;
    if (text === undefined)
      return refuse(exchange, 400, 'invalid-request', `send {"text": "…"} with at most ${TYPED_CHARS} characters`);
    try {
      const questions = await options.suggest(text);
      return sendJson(exchange, 200, { questions: questions.map((question) => ({ text: question })) });
    } catch {
      return refuse(exchange, 503, 'busy', 'the assistant is not there; its reason is in the log', BUSY_MS);
    }
  };
}
