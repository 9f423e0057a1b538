import type { IncomingMessage } from 'node:http';
import type { Participant } from '@xiaoer/core/protocol';
import { agentOf } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Origins } from '../identity/origins.ts';
import { type Admission, type ConnectLimits, createAddressLimits } from './address-limits.ts';

/** What stands at the door, whatever the gateway. */
export interface EntryOptions {
  readonly agents: Agents;
  readonly origins: Origins;
  readonly limits: ConnectLimits;
  /** Links open at once, of everybody. */
  readonly mostLinks: number;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly now: () => number;
}

/** Why somebody may not come in, as an answer over HTTP. */
export interface Refusal {
  readonly status: 401 | 403 | 404 | 429 | 503;
  readonly text: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Somebody who was let in. */
export interface Guest {
  /** The agent whose cookie came along; undefined on a shopper's route. */
  readonly principal: Participant | undefined;
  readonly admission: Admission | undefined;
  /** Gives the place back; may be called more than once. */
  leave(): void;
}

/** One door for all gateways of a server: they share the places. */
export interface Entry {
  /** Lets a new link in, or says why not. */
  enter(request: IncomingMessage, forAgents: boolean): Guest | Refusal;
  /** Whether a request may come at all: its origin and, on an agent's route, its cookie. */
  check(request: IncomingMessage, forAgents: boolean): { readonly principal: Participant | undefined } | Refusal;
  /** Links that are open. */
  count(): number;
}

/** Whether the door stayed closed. */
export const isRefusal = (answer: object): answer is Refusal => 'status' in answer;

const FOREIGN: Refusal = { status: 403, text: 'This origin is not allowed; add it to ORIGINS, or set PUBLIC_URL.' };
const NO_AGENT: Refusal = { status: 401, text: 'Come in by a one-time link: npm run agent -- add NAME' };
const FULL: Refusal = { status: 503, text: 'The house is full.', retryAfter: 10 };
const TOO_MANY: Refusal = { status: 429, text: 'Too many connections from this address.', retryAfter: 10 };

/** Origin, cookie, places of the house and of an address, for every gateway alike. */
export function createEntry(options: EntryOptions): Entry {
  const { agents, origins } = options;
  const addresses = createAddressLimits(options.limits, options.now);
  let open = 0;

  const check: Entry['check'] = (request, forAgents) => {
    const { origin } = request.headers;
    const allowed = forAgents ? origins.isOwn(request) : origin === undefined || origins.allows(request);
    if (!allowed) return FOREIGN;
    const principal = forAgents ? agentOf(request, agents) : undefined;
    return forAgents && !principal ? NO_AGENT : { principal };
  };

  return {
    check,
    enter(request, forAgents) {
      const checked = check(request, forAgents);
      if (isRefusal(checked)) return checked;
      if (open >= options.mostLinks) return FULL;
      const admission = forAgents ? undefined : addresses.admit(options.addressOf(request));
      if (!forAgents && !admission) return TOO_MANY;
      let inside = true;
      open += 1;
      return {
        principal: checked.principal,
        admission,
        leave() {
          if (!inside) return;
          inside = false;
          open -= 1;
          admission?.closed();
        },
      };
    },
    count: () => open,
  };
}
