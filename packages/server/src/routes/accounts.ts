import type { IncomingMessage } from 'node:http';
import { isObject, type Participant } from '@xiaoer/core/protocol';
import type { Accounts } from '../identity/accounts.ts';
import { agentOf, endedCookie, sessionCookie, sessionIn } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import { totpAddress } from '../identity/totp.ts';
import type { Audit } from '../privacy/audit.ts';
import { readText } from './read-text.ts';
import { type Exchange, isReading, type Route, sendJson, sendText } from './route.ts';

const MOST = 4_096;

/** What the addresses of agents' accounts are made of. */
export interface AccountPorts {
  readonly agents: Agents;
  readonly accounts: Accounts;
  readonly audit: Pick<Audit, 'write'>;
  readonly shop: string;
  /** The desk is reached by https. */
  readonly secure: boolean;
  readonly addressOf: (request: IncomingMessage) => string;
  /** Ends the links of an agent of whom a session was ended. */
  readonly dismiss: (agent: string) => void;
}

type Body = Readonly<Record<string, unknown>>;

const textIn = (body: Body, name: string): string | undefined => {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
};

/**
 * `/desk/sign-in` by name, password and code; and for who is in, `/desk/api/account…`: password, second factor, and the
 * browsers that are signed in, each of which can be signed out.
 */
export function accountsRoute(ports: AccountPorts): Route {
  const { agents, accounts, audit, shop, secure, addressOf, dismiss } = ports;

  async function bodyOf(exchange: Exchange): Promise<Body> {
    try {
      const value: unknown = JSON.parse((await readText(exchange, MOST)) ?? '');
      return isObject(value) ? value : {};
    } catch {
      return {};
    }
  }

  const slow = (exchange: Exchange, waitMs: number): true => {
    exchange.response.setHeader('Retry-After', Math.ceil(waitMs / 1_000));
    return sendJson(exchange, 429, { code: 'wait', waitMs });
  };

  async function signIn(exchange: Exchange): Promise<true> {
    const { request, response } = exchange;
    const body = await bodyOf(exchange);
    const [name = '', password = ''] = [textIn(body, 'name')?.trim(), textIn(body, 'password')];
    const done = await accounts.signIn(name, password, textIn(body, 'code'), addressOf(request));
    if ('waitMs' in done) return slow(exchange, done.waitMs);
    // The same words whoever it is: nobody learns which names there are.
    if ('wrong' in done) return sendJson(exchange, 401, { code: 'wrong' });
    if ('needs' in done) return sendJson(exchange, 401, { code: 'code' });
    const session = await agents.open(done.agent, 'password', String(request.headers['user-agent'] ?? ''));
    await audit.write(done.agent, 'sign-in', 'house', 'password');
    response.setHeader('Set-Cookie', sessionCookie(session, secure));
    return sendJson(exchange, 200, { id: done.agent });
  }

  function account(exchange: Exchange, me: Participant, session: string): true {
    const mine = agents.nameOf(session);
    return sendJson(exchange, 200, {
      id: me.id,
      name: me.name,
      role: agents.roleOf(me.id),
      password: accounts.hasPassword(me.id),
      totp: accounts.hasTotp(me.id),
      proved: accounts.isProved(me.id, session),
      sessions: agents.sessions(me.id).map((one) => ({ ...one, here: one.name === mine })),
    });
  }

  /** What weakens or changes who may come in asks for a code first, where there is a second factor. */
  const mustProve = (exchange: Exchange, me: Participant, session: string): boolean =>
    !accounts.isProved(me.id, session) && sendJson(exchange, 403, { code: 'prove' });

  async function write(exchange: Exchange, what: string, me: Participant, session: string): Promise<true> {
    const body = await bodyOf(exchange);
    switch (what) {
      case 'prove': {
        const done = await accounts.prove(me.id, textIn(body, 'code') ?? '', session);
        if (typeof done !== 'boolean') return slow(exchange, done.waitMs);
        return sendJson(exchange, done ? 200 : 403, done ? {} : { code: 'wrong' });
      }
      case 'password': {
        if (mustProve(exchange, me, session)) return true;
        const problem = await accounts.setPassword(me.id, textIn(body, 'password') ?? '');
        if (problem !== undefined) return sendJson(exchange, 400, { code: 'password', message: problem });
        // Whoever was in by the password of before is out.
        await agents.end(me.id, { but: agents.nameOf(session) });
        dismiss(me.id);
        await audit.write(me.id, 'account.password', 'house');
        return sendJson(exchange, 200, {});
      }
      case 'totp': {
        if (mustProve(exchange, me, session)) return true;
        const secret = await accounts.beginTotp(me.id);
        await audit.write(me.id, 'account.totp', 'house', 'begun');
        return sendJson(exchange, 200, { secret, address: totpAddress(secret, shop, me.name ?? me.id) });
      }
      case 'totp/end':
        if (mustProve(exchange, me, session)) return true;
        await accounts.endTotp(me.id);
        await audit.write(me.id, 'account.totp', 'house', 'ended');
        return sendJson(exchange, 200, {});
      default: {
        const name = textIn(body, 'session');
        const ended = await agents.end(me.id, name === undefined ? { but: agents.nameOf(session) } : { name });
        dismiss(me.id);
        await audit.write(me.id, 'account.sessions', 'house', `${ended} ended`);
        if (name === agents.nameOf(session)) exchange.response.setHeader('Set-Cookie', endedCookie);
        return sendJson(exchange, 200, { ended });
      }
    }
  }

  return async (exchange) => {
    const { request, response, url } = exchange;
    const [, what] = /^\/desk\/api\/account\/(prove|password|totp|totp\/end|sessions\/end)$/.exec(url.pathname) ?? [];
    const posted = what !== undefined || url.pathname === '/desk/sign-in';
    if (!posted && url.pathname !== '/desk/api/account') return false;
    if (posted && request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return sendText(exchange, 405, 'Ask by POST.');
    }
    if (url.pathname === '/desk/sign-in') return signIn(exchange);
    const me = agentOf(request, agents);
    const session = sessionIn(request);
    if (!me || session === undefined) return sendText(exchange, 401, 'Sign in first.');
    if (what !== undefined) return write(exchange, what, me, session);
    return !isReading(exchange) || account(exchange, me, session);
  };
}
