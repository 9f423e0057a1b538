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

const cleanGroup = (name: string): string => cleanName(name).slice(0, MOST_NAME).trim();
const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const secret = (): string => randomBytes(32).toString('base64url');

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

/** Agents, their one-time keys and their sessions. Keys and session ids are kept as hashes only. */
export interface Agents {
  /**
   * Adds an agent, or finds the one of that name, and makes a one-time key. `name` is the name as it was kept. `groups`
   * replaces what the agent was good for, `role` what the agent may do; where one is left out, that stays.
   */
  add(
    name: string,
    groups?: readonly string[],
    role?: AgentRole,
  ): Promise<{ readonly id: string; readonly name: string; readonly key: string }>;
  /** What an agent is good for, in the order of the alphabet. */
  groupsOf(agent: string): readonly string[];
  roleOf(agent: string): AgentRole;
  /** Groups that somebody is in. */
  staffed(): ReadonlySet<string>;
  /** All agents, in the order of the alphabet. */
  all(): readonly {
    readonly id: string;
    readonly name: string;
    readonly groups: readonly string[];
    readonly role: AgentRole;
  }[];
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
  const byName = reader.prepare('SELECT id FROM agent WHERE name = ?');
  const byKey = reader.prepare('SELECT agent FROM agent_key WHERE hash = ?');
  const bySession = reader.prepare(
    'SELECT agent.id, agent.name, expires_at FROM agent_session JOIN agent ON agent.id = agent WHERE hash = ?',
  );
  const groups = reader.prepare('SELECT name FROM agent_group WHERE agent = ? ORDER BY name');
  const byRole = reader.prepare('SELECT role FROM agent_role WHERE agent = ?');
  const members = reader.prepare('SELECT DISTINCT name FROM agent_group');
  const roleOf = (agent: string): AgentRole => {
    const role = byRole.get(agent)?.['role'];
    return isRole(role) ? role : 'agent';
  };
  const everybody = reader.prepare('SELECT id, name FROM agent ORDER BY name');
  const groupsOf = (agent: string): readonly string[] => groups.all(agent).map(({ name }) => String(name));
  const sessionsOf = reader.prepare(
    `SELECT hash, expires_at, how, browser, created_at FROM agent_session LEFT JOIN agent_browser ON session = hash
     WHERE agent = ? AND expires_at > ? ORDER BY expires_at DESC`,
  );
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
    return session;
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
      if (given) {
        const wanted = [...new Set(given.map(cleanGroup).filter(Boolean))].slice(0, MOST_GROUPS);
        await run('DELETE FROM agent_group WHERE agent = ?', id);
        for (const group of wanted) await run('INSERT INTO agent_group (agent, name) VALUES (?, ?)', id, group);
      }
      if (role) await run('INSERT OR REPLACE INTO agent_role (agent, role) VALUES (?, ?)', id, role);
      await run('DELETE FROM agent_key WHERE expires_at <= ?', now());
      const key = secret();
      await run('INSERT INTO agent_key (hash, agent, expires_at) VALUES (?, ?, ?)', hash(key), id, now() + KEY_LIFE);
      return { id, name: clean, key };
    },
    groupsOf,
    roleOf,
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
        void run('UPDATE agent_session SET expires_at = ? WHERE hash = ?', end, hash(session)).catch(() => undefined);
      return { role: 'agent', id: String(row['id']), name: String(row['name']) };
    },
  };
}
