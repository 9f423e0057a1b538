import type { IncomingMessage } from 'node:http';
import type { Participant } from '@xiaoer/core/protocol';
import { type Agents, SESSION_LIFE } from './agents.ts';

/** The desk's cookie. Its path keeps it away from every shopper's route. */
const NAME = 'xiaoer_agent';

/** `Set-Cookie` for a fresh session. `secure` where the desk is reached by https. */
export const sessionCookie = (session: string, secure: boolean): string =>
  `${NAME}=${session}; Path=/desk; Max-Age=${SESSION_LIFE / 1000}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** `Set-Cookie` that ends it in this browser. */
export const endedCookie = `${NAME}=; Path=/desk; Max-Age=0; HttpOnly; SameSite=Strict`;

/** The session that a request carries, whether it is good or not. */
export function sessionIn(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return undefined;
}

/** The agent whose cookie a request carries. No header but the cookie is looked at: a shopper's token is nothing here. */
export function agentOf(request: IncomingMessage, agents: Agents): Participant | undefined {
  const session = sessionIn(request);
  return session === undefined ? undefined : agents.find(session);
}
