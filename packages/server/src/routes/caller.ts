import type { IncomingMessage } from 'node:http';
import type { Participant } from '@xiaoer/core/protocol';
import type { Authenticate, Log } from '@xiaoer/host';
import { agentOf } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';

/** Whose request it is, or why it is nobody's. */
export type Caller =
  | { readonly principal: Participant }
  | { readonly problem: 'unauthenticated' | 'token-expired' | 'token-invalid' | 'secret-revoked' | 'shop-unknown' };

/** Tells whose a request is. */
export type CallerOf = (request: IncomingMessage, forAgents: boolean) => Promise<Caller>;

const CREDENTIAL = /^(Bearer|Visitor) ([\w.~+/=-]{1,8192})$/;

/**
 * The same credentials as a link has: a shopper's token (`Authorization: Bearer …`) or secret (`Authorization: Visitor
 * …`), on the desk's addresses the cookie of an agent and nothing else.
 */
export const createCallerOf =
  (about: {
    readonly shop: string;
    readonly authenticate: Authenticate;
    readonly agents: Agents;
    readonly log: Pick<Log, 'aliasOf'>;
  }): CallerOf =>
  async (request, forAgents) => {
    if (forAgents) {
      const principal = agentOf(request, about.agents);
      return principal ? { principal } : { problem: 'unauthenticated' };
    }
    const [, scheme, value] = CREDENTIAL.exec(request.headers.authorization ?? '') ?? [];
    if (value === undefined) return { problem: 'unauthenticated' };
    const { shop } = about;
    const accepted = await about.authenticate(scheme === 'Bearer' ? { shop, token: value } : { shop, secret: value });
    if ('error' in accepted) return { problem: accepted.error };
    const { principal } = accepted;
    const revoked = scheme === 'Visitor' && (await about.log.aliasOf(shop, principal.id)) !== undefined;
    return revoked ? { problem: 'secret-revoked' } : { principal };
  };
