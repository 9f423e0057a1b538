import { isObject, type Participant } from '@xiaoer/core/protocol';
import type { Accounts } from '../identity/accounts.ts';
import { agentOf, sessionIn } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import { readText } from './read-text.ts';
import { type Exchange, sendJson } from './route.ts';

/** What is refused where a second factor was not shown lately. */
type Needs = 'role' | 'code';

/** The admin whose request it is. Where nobody or somebody else comes, the answer is ended and there is none. */
export function adminIn(exchange: Exchange, agents: Agents): Participant | undefined {
  const me = agentOf(exchange.request, agents);
  if (!me) sendJson(exchange, 401, { code: 'unauthenticated', message: 'sign in first' });
  else if (agents.roleOf(me.id) !== 'admin')
    sendJson(exchange, 403, {
      code: 'forbidden',
      message: 'this is for admins: npm run agent -- add NAME --role admin',
    });
  else return me;
  return undefined;
}

/** The same, where also an admin is refused who has a second factor and did not show it lately. */
export function adminOf(
  exchange: Exchange,
  { agents, accounts }: { readonly agents: Agents; readonly accounts: Pick<Accounts, 'isProved'> },
  needs: Needs,
): Participant | undefined {
  const me = adminIn(exchange, agents);
  if (!me || needs === 'role' || accounts.isProved(me.id, sessionIn(exchange.request) ?? '')) return me;
  sendJson(exchange, 403, { code: 'prove', message: 'give a code of your authenticator app first' });
  return undefined;
}

/** The object that a request carries as JSON; undefined for anything else, and what is longer than `most` bytes. */
export async function objectIn(
  exchange: Exchange,
  most: number,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const value: unknown = JSON.parse((await readText(exchange, most)) ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
