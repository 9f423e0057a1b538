import type { Participant } from '@xiaoer/core/protocol';
import type { Accounts } from '../identity/accounts.ts';
import type { AgentChange, Agents } from '../identity/agents.ts';
import type { GroupProblem, Groups } from '../identity/groups.ts';
import { isRole, ROLES } from '../identity/roles.ts';
import type { Staff, StaffProblem } from '../identity/staff.ts';
import type { Audit } from '../privacy/audit.ts';
import { adminOf, objectIn } from './admin-door.ts';
import { type Exchange, isReading, type Route, sendJson } from './route.ts';

const HERE = '/desk/api/people';
const MOST = 8_192;
const MOST_PLACES = 100;
const MOST_NAME = 80;

/** What the addresses of the people at the desk are made of. */
export interface PeoplePorts {
  readonly agents: Agents;
  readonly accounts: Pick<Accounts, 'isProved'>;
  readonly staff: Staff;
  readonly groups: Groups;
  readonly audit: Pick<Audit, 'write'>;
  /** Conversations that an agent may hold at once, where nothing else is set. */
  readonly capacity: number;
  /** Groups that the rules for tickets send to. */
  readonly ticketGroups: readonly string[];
  /** Ends the links of an agent: who is still let in comes again, as what they are now. */
  readonly dismiss: (agent: string) => void;
}

type Body = Readonly<Record<string, unknown>>;

const MESSAGES: Readonly<Record<StaffProblem | GroupProblem | 'invalid', string>> = {
  invalid: `role is one of ${ROLES.join(', ')}; groups is a list of names; capacity is 1 to ${MOST_PLACES}, or null for the usual`,
  name: 'a name has 1 to 80 characters that can be seen',
  taken: 'there is one of that name, or was',
  'not-found': 'there is nobody, or no group, of that name',
  self: 'another admin has to do this to you',
  'last-admin': 'somebody else has to be an admin first',
  staffed: 'somebody is in it: take them out first',
};

/** What a body wants to set of an agent; undefined where it cannot be read. */
function changeIn({ role, groups, capacity }: Body): AgentChange | undefined {
  if (role !== undefined && !isRole(role)) return undefined;
  const names = groups === undefined || (Array.isArray(groups) && groups.every((one) => typeof one === 'string'));
  const places =
    capacity === undefined ||
    capacity === null ||
    (Number.isInteger(capacity) && Number(capacity) >= 1 && Number(capacity) <= MOST_PLACES);
  if (!names || !places) return undefined;
  return {
    role,
    groups: groups as readonly string[] | undefined,
    capacity: capacity as number | null | undefined,
  };
}

const told = ({ role, groups, capacity }: AgentChange): string =>
  [
    role && `role ${role}`,
    groups && `groups ${groups.join(', ') || '-'}`,
    capacity !== undefined && `capacity ${capacity ?? 'usual'}`,
  ]
    .filter(Boolean)
    .join('; ');

/** `/desk/api/people…` and `/desk/api/groups…`: who is at the desk, what they may do and see, for an admin. */
export function peopleRoute(ports: PeoplePorts): Route {
  const { agents, accounts, staff, groups, audit, capacity, ticketGroups, dismiss } = ports;

  const refuse = (exchange: Exchange, code: keyof typeof MESSAGES): true =>
    sendJson(exchange, code === 'not-found' ? 404 : code === 'invalid' || code === 'name' ? 400 : 409, {
      code,
      message: MESSAGES[code],
    });

  function look(exchange: Exchange, me: Participant): true {
    const made = groups.all();
    const known = new Set(made.map(({ name }) => name));
    const wanted = [...new Set(ticketGroups.map(groups.nowOf))].filter((name) => !known.has(name));
    return sendJson(exchange, 200, { me: me.id, people: staff.all(), groups: made, wanted, capacity });
  }

  /** The path alone: whoever asks knows by which address the house is reached. */
  const pathOf = (key: string): string => `/desk/enter?key=${key}`;

  async function add(exchange: Exchange, body: Body, me: Participant): Promise<true> {
    const { name } = body;
    const change = changeIn(body);
    if (!change) return refuse(exchange, 'invalid');
    if (typeof name !== 'string' || name.trim().length > MOST_NAME) return refuse(exchange, 'name');
    const added = await staff.add(name, change);
    if ('problem' in added) return refuse(exchange, added.problem);
    await audit.write(me.id, 'people.add', 'house', `${added.id} ${told(change)}`.trim());
    return sendJson(exchange, 200, { id: added.id, path: pathOf(added.key) });
  }

  async function ofAgent(exchange: Exchange, what: string, body: Body, me: Participant): Promise<true> {
    const agent = String(body['agent'] ?? '');
    switch (what) {
      case '/link': {
        const made = await staff.invite(agent);
        if ('problem' in made) return refuse(exchange, made.problem);
        await audit.write(me.id, 'people.link', 'house', agent);
        return sendJson(exchange, 200, { path: pathOf(made.key) });
      }
      case '/sign-out':
      case '/leave': {
        const problem = what === '/leave' ? await staff.remove(agent, me.id) : await staff.signOut(agent);
        if (problem !== undefined) return refuse(exchange, problem);
        dismiss(agent);
        await audit.write(me.id, what === '/leave' ? 'people.leave' : 'people.sign-out', 'house', agent);
        return sendJson(exchange, 200, {});
      }
      default: {
        const change = changeIn(body);
        if (!change) return refuse(exchange, 'invalid');
        const problem = await staff.change(agent, change, me.id);
        if (problem !== undefined) return refuse(exchange, problem);
        dismiss(agent);
        await audit.write(me.id, 'people.change', 'house', `${agent} ${told(change)}`);
        return sendJson(exchange, 200, {});
      }
    }
  }

  async function ofGroup(exchange: Exchange, what: string, { name, to }: Body, me: Participant): Promise<true> {
    if (typeof name !== 'string' || (what === '/rename' && typeof to !== 'string')) return refuse(exchange, 'name');
    const problem =
      what === '/rename'
        ? await groups.rename(name, String(to))
        : what === '/leave'
          ? await groups.remove(name)
          : await groups.make(name);
    if (problem !== undefined) return refuse(exchange, problem);
    const act = what === '/rename' ? 'group.rename' : what === '/leave' ? 'group.leave' : 'group.make';
    await audit.write(me.id, act, 'house', what === '/rename' ? `${name} → ${String(to)}` : name);
    return sendJson(exchange, 200, {});
  }

  return async (exchange) => {
    const { request, url } = exchange;
    const [, what] = /^\/desk\/api\/people(|\/change|\/link|\/sign-out|\/leave)$/.exec(url.pathname) ?? [];
    const [, group] = /^\/desk\/api\/groups(|\/rename|\/leave)$/.exec(url.pathname) ?? [];
    if (what === undefined && group === undefined) return false;
    const posts = request.method === 'POST';
    if (!posts && url.pathname !== HERE) {
      exchange.response.setHeader('Allow', 'POST');
      return sendJson(exchange, 405, { code: 'method', message: 'ask by POST' });
    }
    if (!posts && !isReading(exchange)) return true;
    // Whoever has a second factor shows it again before who may come in is changed.
    const me = adminOf(exchange, { agents, accounts }, posts ? 'code' : 'role');
    if (!me) return true;
    if (!posts) return look(exchange, me);
    const body = await objectIn(exchange, MOST);
    if (!body) return refuse(exchange, 'invalid');
    if (what === undefined) return ofGroup(exchange, group ?? '', body, me);
    return what === '' ? add(exchange, body, me) : ofAgent(exchange, what, body, me);
  };
}
