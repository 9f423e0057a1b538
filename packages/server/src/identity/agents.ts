import { createHash, randomBytes } from 'node:crypto';
import type { Participant } from '@xiaoer/core/protocol';
import type { Database, Value } from '../engines/open-database.ts';
import { cleanName } from './clean-name.ts';
import { type AgentRole, isRole } from './roles.ts';

/** A one-time key is good for a day … */
const KEY_LIFE = 24 * 3_600_000;

/** … and a session for twelve hours since it was last used. */
export const SESSION_LIFE = 12 * 3_600_000;

/** A session's end is moved at most this often. */
const SLIDE = 5 * 60_000;

/** Most groups of an agent, and longest name of one. */
const MOST_GROUPS = 20;
const MOST_NAME = 64;

/** A group's name as it is kept. */
export const cleanGroup = (name: string): string => cleanName(name).slice(0, MOST_NAME).trim();
const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const secret = (): string => randomBytes(32).toString('base64url');

/** Agents who were taken away keep their names for what they did, and nothing else. */
export const HERE = 'agent.id NOT IN (SELECT agent FROM agent_left)';

/** Where agents are kept. Writes go through the one writer. */
export interface AgentTables {
  readonly reader: Pick<Database, 'prepare'>;
  run(sql: string, ...values: Value[]): Promise<number>;
}

/** A browser that is signed in. */
export interface AgentSession {
  readonly name: string;
  readonly how: string;
  /** What the browser calls itself. */
  readonly browser: string;
  readonly createdAt: number;
  /** About when it was used last. */
  readonly usedAt: number;
}

/** Longest text that a browser may call itself by. */
const MOST_BROWSER = 160;

/** What may be set of an agent; what is left out stays. */
export interface AgentChange {
  /** Replaces what the agent is good for. */
  readonly groups?: readonly string[] | undefined;
  readonly role?: AgentRole | undefined;
  /** Conversations at once; null for as many as the house says. */
  readonly capacity?: number | null | undefined;
}

/** Agents, their one-time keys and their sessions. Keys and session ids are kept as hashes only. */
export interface Agents {
  /** Adds an agent, or finds the one of that name, and makes a one-time key. `name` is the name as it was kept. */
  add(
    name: string,
    groups?: readonly string[],
    role?: AgentRole,
  ): Promise<{ readonly id: string; readonly name: string; readonly key: string }>;
  /** Makes a one-time key for an agent who is there. */
  invite(agent: string): Promise<string>;
  set(agent: string, change: AgentChange): Promise<void>;
  /** What an agent is good for, in the order of the alphabet. */
  groupsOf(agent: string): readonly string[];
  roleOf(agent: string): AgentRole;
  /** Conversations that the agent may hold at once, where that was set for this one. */
  capacityOf(agent: string): number | undefined;
  /** About when the agent was last seen, milliseconds since 1970. */
  seenAt(agent: string): number | undefined;
  /** Groups that somebody is in. */
  staffed(): ReadonlySet<string>;
  /** All agents, in the order of the alphabet. */
  all(): readonly {
    readonly id: string;
    readonly name: string;
    readonly groups: readonly string[];
    readonly role: AgentRole;
  }[];
  /** Names of all agents by their ids, also of those who were taken away. */
  names(): ReadonlyMap<string, string>;
  /** Uses a key up. Undefined when it is wrong, used or over. The answer is a session id for the cookie. */
  enter(key: string, browser?: string): Promise<string | undefined>;
  /** Opens a session of somebody who has shown who they are. The answer is its id for the cookie. */
  open(agent: string, how: 'link' | 'password', browser: string): Promise<string>;
  /** Sessions that are good, the newest first. `name` stands for one and opens nothing. */
  sessions(agent: string): readonly AgentSession[];
  /** The name of a session. */
  nameOf(session: string): string;
  /** Ends one session of an agent by its name, or all but one; how many. */
  end(agent: string, which: { readonly name: string } | { readonly but: string }): Promise<number>;
  /** Whose session it is; undefined when it is wrong or over. Using it moves its end. */
  find(session: string): Participant | undefined;
}

/** Agents of a database. */
export function createAgents({ reader, run }: AgentTables, now: () => number = Date.now): Agents {
  const byName = reader.prepare(`SELECT id FROM agent WHERE name = ? AND ${HERE}`);
  const byKey = reader.prepare('SELECT agent FROM agent_key WHERE hash = ?');
  const bySession = reader.prepare(
    `SELECT agent.id, agent.name, expires_at FROM agent_session JOIN agent ON agent.id = agent WHERE hash = ? AND ${HERE}`,
  );
  const groups = reader.prepare('SELECT name FROM agent_group WHERE agent = ? ORDER BY name');
  const byRole = reader.prepare('SELECT role FROM agent_role WHERE agent = ?');
  /** Asked for with everything that anybody takes, so it is kept at hand. */
  const places = new Map(
    reader
      .prepare('SELECT agent, places FROM agent_capacity')
      .all()
      .map((row) => [String(row['agent']), Number(row['places'])]),
  );
  const bySeen = reader.prepare('SELECT at FROM agent_seen WHERE agent = ?');
  const members = reader.prepare('SELECT DISTINCT name FROM agent_group');
  const roleOf = (agent: string): AgentRole => {
    const role = byRole.get(agent)?.['role'];
    return isRole(role) ? role : 'agent';
  };
  const everybody = reader.prepare(`SELECT id, name FROM agent WHERE ${HERE} ORDER BY name`);
  const named = reader.prepare('SELECT id, name FROM agent');
  const groupsOf = (agent: string): readonly string[] => groups.all(agent).map(({ name }) => String(name));
  const sessionsOf = reader.prepare(
    `SELECT hash, expires_at, how, browser, created_at FROM agent_session LEFT JOIN agent_browser ON session = hash
     WHERE agent = ? AND expires_at > ? ORDER BY expires_at DESC`,
  );
  const saw = (agent: string): Promise<number> =>
    run('INSERT OR REPLACE INTO agent_seen (agent, at) VALUES (?, ?)', agent, now());
  const open: Agents['open'] = async (agent, how, browser) => {
    await run('DELETE FROM agent_session WHERE expires_at <= ?', now());
    await run('DELETE FROM agent_browser WHERE session NOT IN (SELECT hash FROM agent_session)');
    const session = secret();
    await run(
      'INSERT INTO agent_session (hash, agent, expires_at) VALUES (?, ?, ?)',
      hash(session),
      agent,
      now() + SESSION_LIFE,
    );
    await run(
      'INSERT INTO agent_browser (session, how, browser, created_at) VALUES (?, ?, ?, ?)',
      hash(session),
      how,
      browser.slice(0, MOST_BROWSER),
      now(),
    );
    await saw(agent);
    return session;
  };
  const set: Agents['set'] = async (agent, { groups: given, role, capacity }) => {
    if (given) {
      const wanted = [...new Set(given.map(cleanGroup).filter(Boolean))].slice(0, MOST_GROUPS);
      // First what is new, then away with the rest: a group whose only member stays is never without one.
      for (const group of wanted)
        await run('INSERT OR IGNORE INTO agent_group (agent, name) VALUES (?, ?)', agent, group);
      await run(
        'DELETE FROM agent_group WHERE agent = ? AND name NOT IN (SELECT value FROM json_each(?))',
        agent,
        JSON.stringify(wanted),
      );
    }
    if (role) await run('INSERT OR REPLACE INTO agent_role (agent, role) VALUES (?, ?)', agent, role);
    if (capacity === null) {
      await run('DELETE FROM agent_capacity WHERE agent = ?', agent);
      places.delete(agent);
    } else if (capacity !== undefined) {
      await run('INSERT OR REPLACE INTO agent_capacity (agent, places) VALUES (?, ?)', agent, capacity);
      places.set(agent, capacity);
    }
  };
  const invite: Agents['invite'] = async (agent) => {
    await run('DELETE FROM agent_key WHERE expires_at <= ?', now());
    const key = secret();
    await run('INSERT INTO agent_key (hash, agent, expires_at) VALUES (?, ?, ?)', hash(key), agent, now() + KEY_LIFE);
    return key;
  };
  return {
    open,
    nameOf: hash,
    sessions: (agent) =>
      sessionsOf.all(agent, now()).map((row) => ({
        name: String(row['hash']),
        how: String(row['how'] ?? 'link'),
        browser: String(row['browser'] ?? ''),
        createdAt: Number(row['created_at'] ?? 0),
        usedAt: Number(row['expires_at']) - SESSION_LIFE,
      })),
    end: (agent, which) =>
      'name' in which
        ? run('DELETE FROM agent_session WHERE agent = ? AND hash = ?', agent, which.name)
        : run('DELETE FROM agent_session WHERE agent = ? AND hash <> ?', agent, which.but),
    async add(name, given, role) {
      const clean = cleanName(name);
      if (clean === '') throw new Error('an agent needs a name of 1 to 80 characters');
      const known = byName.get(clean)?.['id'];
      const id = known === undefined ? `agent:${randomBytes(9).toString('base64url')}` : String(known);
      if (known === undefined) await run('INSERT INTO agent (id, name, created_at) VALUES (?, ?, ?)', id, clean, now());
      await set(id, { groups: given, role });
      const key = await invite(id);
      return { id, name: clean, key };
    },
    set,
    invite,
    groupsOf,
    roleOf,
    capacityOf: (agent) => places.get(agent),
    seenAt(agent) {
      const at = bySeen.get(agent)?.['at'];
      return at === undefined ? undefined : Number(at);
    },
    names: () => new Map(named.all().map(({ id, name }) => [String(id), String(name)])),
    staffed: () => new Set(members.all().map(({ name }) => String(name))),
    all: () =>
      everybody.all().map(({ id, name }) => ({
        id: String(id),
        name: String(name),
        groups: groupsOf(String(id)),
        role: roleOf(String(id)),
      })),
    async enter(key, browser = '') {
      const used = await run(
        'UPDATE agent_key SET used_at = ? WHERE hash = ? AND used_at IS NULL AND expires_at > ?',
        now(),
        hash(key),
        now(),
      );
      const agent = used === 1 ? byKey.get(hash(key))?.['agent'] : undefined;
      if (agent === undefined) return undefined;
      return open(String(agent), 'link', browser);
    },
    find(session) {
      const row = bySession.get(hash(session));
      if (!row || Number(row['expires_at']) <= now()) return undefined;
      const end = now() + SESSION_LIFE;
      if (end - Number(row['expires_at']) > SLIDE)
        // A lost slide costs minutes of a session, so nobody waits for it.
        void run('UPDATE agent_session SET expires_at = ? WHERE hash = ?', end, hash(session))
          .then(() => saw(String(row['id'])))
          .catch(() => undefined);
      return { role: 'agent', id: String(row['id']), name: String(row['name']) };
    },
  };
}
