import type { Accounts } from './accounts.ts';
import type { AgentChange, Agents, AgentTables } from './agents.ts';
import { cleanName } from './clean-name.ts';
import type { AgentRole } from './roles.ts';

/** Why somebody at the desk was not added, changed or taken away. */
export type StaffProblem = 'name' | 'taken' | 'not-found' | 'self' | 'last-admin';

/** Somebody at the desk, as an admin sees them. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: AgentRole;
  readonly groups: readonly string[];
  /** Conversations at once; null for as many as the house says. */
  readonly capacity: number | null;
  /** About when they were last seen, milliseconds since 1970. */
  readonly seenAt: number | null;
  /** Browsers that are signed in. */
  readonly browsers: number;
  readonly password: boolean;
  readonly totp: boolean;
}

/** What an admin may do about the people at the desk. Nobody can lock oneself out, nor the last admin. */
export interface Staff {
  all(): readonly StaffMember[];
  /** Adds somebody who is not there yet. `key` is a one-time key. */
  add(
    name: string,
    change: AgentChange,
  ): Promise<{ readonly id: string; readonly key: string } | { readonly problem: StaffProblem }>;
  /** Makes another one-time key. */
  invite(agent: string): Promise<{ readonly key: string } | { readonly problem: StaffProblem }>;
  change(agent: string, change: AgentChange, by: string): Promise<StaffProblem | undefined>;
  /** Ends every session and link that waits to be used. */
  signOut(agent: string): Promise<StaffProblem | undefined>;
  /** Takes somebody away: nothing lets them in any more. Their name stays for what they did. */
  remove(agent: string, by: string): Promise<StaffProblem | undefined>;
}

/** What lets somebody in, and what they are good for. */
const OF_AGENT = ['session', 'key', 'password', 'totp', 'group', 'role', 'capacity', 'seen'] as const;

/** The people of a database. */
export function createStaff(
  { run }: Pick<AgentTables, 'run'>,
  agents: Agents,
  accounts: Pick<Accounts, 'hasPassword' | 'hasTotp'>,
  now: () => number = Date.now,
): Staff {
  /** One change after the other, so that two admins cannot take each other's role at the same moment. */
  let lane: Promise<unknown> = Promise.resolve();
  const alone = <T>(task: () => Promise<T>): Promise<T> => {
    const done = lane.then(task, task);
    lane = done.catch(() => undefined);
    return done;
  };
  const find = (agent: string) => agents.all().find(({ id }) => id === agent);

  /** Why this agent has to stay an admin. */
  function mustStay(agent: string, by: string): StaffProblem | undefined {
    const found = find(agent);
    if (!found) return 'not-found';
    if (agent === by) return 'self';
    const others = agents.all().filter(({ id, role }) => id !== agent && role === 'admin');
    return found.role === 'admin' && others.length === 0 ? 'last-admin' : undefined;
  }

  return {
    all: () =>
      agents.all().map(({ id, name, role, groups }) => ({
        id,
        name,
        role,
        groups,
        capacity: agents.capacityOf(id) ?? null,
        seenAt: agents.seenAt(id) ?? null,
        browsers: agents.sessions(id).length,
        password: accounts.hasPassword(id),
        totp: accounts.hasTotp(id),
      })),
    add: (name, { groups, role, capacity }) =>
      alone(async () => {
        const clean = cleanName(name);
        if (clean === '') return { problem: 'name' };
        if (agents.all().some((one) => one.name === clean)) return { problem: 'taken' };
        const { id, key } = await agents.add(clean, groups, role);
        await agents.set(id, { capacity });
        return { id, key };
      }),
    invite: (agent) =>
      alone(async () => (find(agent) ? { key: await agents.invite(agent) } : { problem: 'not-found' })),
    change: (agent, change, by) =>
      alone(async () => {
        const found = find(agent);
        if (!found) return 'not-found';
        const { role } = change;
        const problem = role !== undefined && role !== found.role ? mustStay(agent, by) : undefined;
        if (problem !== undefined) return problem;
        await agents.set(agent, change);
        return undefined;
      }),
    signOut: (agent) =>
      alone(async () => {
        if (!find(agent)) return 'not-found';
        await agents.end(agent, { but: '' });
        await run('DELETE FROM agent_key WHERE agent = ?', agent);
        return undefined;
      }),
    remove: (agent, by) =>
      alone(async () => {
        const problem = mustStay(agent, by);
        if (problem !== undefined) return problem;
        await run('INSERT OR REPLACE INTO agent_left (agent, at) VALUES (?, ?)', agent, now());
        for (const table of OF_AGENT) await run(`DELETE FROM agent_${table} WHERE agent = ?`, agent);
        return undefined;
      }),
  };
}
