import type { IncomingMessage } from 'node:http';
import type { Participant } from '@xiaoer/core/protocol';
import type { Host } from '@xiaoer/host';
import type { Exchange, Route } from '../routes/route.ts';
import { type Entry, type Guest, isRefusal, type Refusal } from './entry.ts';
import { openEventStream } from './event-stream.ts';
import { createHttpLinks } from './http-links.ts';
import { answerText } from './link-answer.ts';
import { createLongPoll } from './long-poll.ts';
import { readBody } from './read-body.ts';
import { receiveBatch } from './upstream.ts';

/** Bytes of a question: a link's name and a number. */
const QUESTION_BYTES = 1_024;

const PATIENCE_MS = 10_000;

/** What the gateway is made of. */
export interface HttpGatewayOptions {
  readonly host: Pick<Host, 'connect'>;
  readonly entry: Entry;
  /** Whether a page of this origin may read our answers (CORS). */
  readonly allows: (request: IncomingMessage) => boolean;
  readonly now: () => number;
  /** Milliseconds without a question after which a long poll counts as gone. Default: 10 s. */
  readonly patienceMs?: number;
}

const refuse = (exchange: Exchange, { status, text, retryAfter }: Refusal): void =>
  answerText(exchange, status, text, retryAfter === undefined ? {} : { 'Retry-After': retryAfter });

/**
 * Links over plain HTTP, below `/link/` for shoppers and `/desk/link/` for agents: `stream` and `poll` open one, `send`
 * takes frames. Every request is a POST of plain text: nobody keeps the answer, browsers name the page that asks, and
 * ask no leave beforehand; and a link's name, which opens it, stands in no address and so in no proxy's log.
 */
export function createHttpGateway(options: HttpGatewayOptions) {
  const { entry } = options;
  const links = createHttpLinks(options.host);
  const polls = createLongPoll(links, options.patienceMs ?? PATIENCE_MS);

  /** A new link, unless the door stays closed. */
  function open(exchange: Exchange, forAgents: boolean, work: (exchange: Exchange, guest: Guest) => void): void {
    const guest = entry.enter(exchange.request, forAgents);
    if (isRefusal(guest)) refuse(exchange, guest);
    else work(exchange, guest);
  }

  /** Something about a link that is there already. */
  function ask<T>(exchange: Exchange, forAgents: boolean, work: (agent: Participant | undefined) => T): T | undefined {
    const checked = entry.check(exchange.request, forAgents);
    if (!isRefusal(checked)) return work(checked.principal);
    refuse(exchange, checked);
    return undefined;
  }

  async function poll(exchange: Exchange, forAgents: boolean): Promise<void> {
    const { request } = exchange;
    const body = await readBody(request, QUESTION_BYTES);
    if ('problem' in body) {
      answerText(exchange, 400, `The question is ${body.problem}.`, { Connection: 'close' });
      return;
    }
    if (body.text === '') open(exchange, forAgents, polls.open);
    else ask(exchange, forAgents, (agent) => polls.ask(exchange, body.text, agent));
  }

  async function answer(exchange: Exchange, place: string, forAgents: boolean): Promise<void> {
    const { request, response } = exchange;
    response.setHeader('Vary', 'Origin');
    if (request.headers.origin !== undefined && options.allows(request)) {
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After, Date');
    }
    if (request.method !== 'POST') {
      answerText(exchange, 405, 'Links are asked by POST.', { Allow: 'POST' });
      return;
    }
    if (place === 'poll') await poll(exchange, forAgents);
    else if (place === 'stream') open(exchange, forAgents, (_, guest) => openEventStream(links, exchange, guest));
    else await ask(exchange, forAgents, (agent) => receiveBatch(links, exchange, agent));
  }

  const route: Route = async (exchange) => {
    const [, desk, place] = /^(\/desk)?\/link\/(stream|poll|send)$/.exec(exchange.url.pathname) ?? [];
    if (place === undefined) return false;
    await answer(exchange, place, desk !== undefined);
    return true;
  };

  return {
    route,
    /** Waits until the links that were told to close have taken their last frames, but not long. */
    async close(graceMs: number): Promise<void> {
      const end = options.now() + graceMs;
      while (links.count() + polls.count() > 0 && options.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
