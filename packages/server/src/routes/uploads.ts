import type { IncomingMessage } from 'node:http';
import { isConversationId, isUploadId, type Participant, WAITING_BYTES } from '@xiaoer/core/protocol';
import { ERASED, type Rate } from '@xiaoer/host';
import { addressGroup } from '../gateways/address-limits.ts';
import type { Origins } from '../identity/origins.ts';
import type { Scope } from '../identity/scope.ts';
import type { Uploader, Uploads } from '../uploads/uploads.ts';
import type { CallerOf } from './caller.ts';
import { admitsOrigin } from './cross-origin.ts';
import { refuse } from './refuse.ts';
import { type Exchange, type Route, sendJson } from './route.ts';

/** An agent answers many shoppers. */
const AGENT_BYTES = 16 * WAITING_BYTES;

const METHODS = 'GET, PUT, DELETE';

const whole = (text: string | null): number => (text !== null && /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN);

/** What the route of uploads is made of. */
export interface UploadsRouteOptions {
  readonly uploads: Uploads;
  readonly callerOf: CallerOf;
  readonly origins: Origins;
  readonly scope: Pick<Scope, 'conversation'>;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Requests of one principal. */
  readonly requests: Rate;
  /** Uploads that begin, by address: a secret is made up in no time. */
  readonly beginnings: Rate;
  readonly draining: () => boolean;
}

/**
 * `/upload/:id` of shoppers and `/desk/upload/:id?conversation=…` of agents. `GET` tells how much is here; `PUT
 * ?offset=…&size=…` appends; `DELETE` forgets what was not sent. An id names one upload of one principal, so everything
 * may be repeated.
 */
export function uploadsRoute(options: UploadsRouteOptions): Route {
  const { uploads, scope } = options;

  /** With whose key: a shopper's own; what an agent uploads is for a shopper, and goes when that shopper is erased. */
  const uploaderOf = async (principal: Participant, { url }: Exchange): Promise<Uploader | undefined> => {
    const { role, id } = principal;
    if (role === 'shopper') return { principal: id, subject: id, quota: WAITING_BYTES };
    const conversation = url.searchParams.get('conversation');
    const found = isConversationId(conversation) ? await scope.conversation(principal, conversation) : undefined;
    if (!found || found.record.subject === ERASED) return undefined;
    return { principal: id, subject: found.record.subject, quota: AGENT_BYTES };
  };

  const put = async (exchange: Exchange, principal: Participant, id: string): Promise<true> => {
    const { request, url } = exchange;
    const at = { offset: whole(url.searchParams.get('offset')), size: whole(url.searchParams.get('size')) };
    if (Number.isNaN(at.offset) || !(at.size > 0)) return refuse(exchange, 'invalid-request');
    if (options.draining()) return refuse(exchange, 'busy', { retryMs: 2_000 });
    const from = await uploaderOf(principal, exchange);
    if (!from) return refuse(exchange, 'forbidden');
    if (!uploads.state(principal.id, id)) {
      const turn = options.beginnings.take(addressGroup(options.addressOf(request)));
      if (!turn.ok) return refuse(exchange, 'rate', { retryMs: turn.waitMs });
    }
    try {
      const result = await uploads.take(from, id, at, request);
      if (!('code' in result)) return sendJson(exchange, 200, result);
      return refuse(exchange, result.code, {
        ...('received' in result ? { received: result.received } : {}),
        ...(result.code === 'busy' ? { retryMs: 60_000 } : {}),
      });
    } catch (error) {
      // The client went away, or a later request took its place: nobody waits for an answer.
      if (!request.complete) return true;
      throw error;
    }
  };

  return async (exchange) => {
    const { request, response, url } = exchange;
    const [, desk, id] = /^(\/desk)?\/upload\/([^/]*)$/.exec(url.pathname) ?? [];
    if (id === undefined) return false;
    if (!admitsOrigin(exchange, options.origins, METHODS)) return true;
    const caller = await options.callerOf(request, desk !== undefined);
    if ('problem' in caller) return refuse(exchange, caller.problem);
    const { principal } = caller;
    const turn = options.requests.take(principal.id);
    if (!turn.ok) return refuse(exchange, 'rate', { retryMs: turn.waitMs });
    if (!isUploadId(id)) return refuse(exchange, 'invalid-request');
    switch (request.method) {
      case 'PUT':
        return put(exchange, principal, id);
      case 'GET':
      case 'HEAD': {
        const state = uploads.state(principal.id, id);
        return state ? sendJson(exchange, 200, state) : refuse(exchange, 'not-found');
      }
      case 'DELETE':
        await uploads.cancel(principal.id, id);
        response.writeHead(204).end();
        return true;
      default:
        response.setHeader('Allow', METHODS);
        return sendJson(exchange, 405, { code: 'invalid-request', message: `use ${METHODS}` });
    }
  };
}
