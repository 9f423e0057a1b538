import { type AgentTables, cleanGroup } from './agents.ts';

/** Why a group was not made, renamed or taken away. */
export type GroupProblem = 'name' | 'taken' | 'not-found' | 'staffed';

/** A group of people at the desk. */
export interface Group {
  readonly name: string;
  /** How many are in it. */
  readonly members: number;
  /** What it was called before: what was sent there then is still its own. */
  readonly was: readonly string[];
}

/** The groups of a desk. */
export interface Groups {
  /** In the order of the alphabet: those that were made, and those that somebody is in. */
  all(): readonly Group[];
  /** What a group is called now, by that name or one it had before. */
  nowOf(name: string): string;
  make(name: string): Promise<GroupProblem | undefined>;
  rename(from: string, to: string): Promise<GroupProblem | undefined>;
  /** Takes a group away that nobody is in. */
  remove(name: string): Promise<GroupProblem | undefined>;
}

/** Groups of a database. Conversations and tickets keep the name that they were sent to; who may see them is asked under the name of now. */
export function createGroups({ reader, run }: AgentTables, now: () => number = Date.now): Groups {
  const named = reader.prepare(
    `SELECT name, count(agent) AS members FROM (
       SELECT name, NULL AS agent FROM desk_group UNION ALL SELECT name, agent FROM agent_group
     ) GROUP BY name ORDER BY name`,
  );
  const renamed = reader.prepare('SELECT was, name FROM desk_group_was ORDER BY was');
  /** Asked for with every row of the inbox, so it is kept at hand. */
  let former = read();

  function read(): ReadonlyMap<string, string> {
    return new Map(renamed.all().map(({ was, name }) => [String(was), String(name)]));
  }
  const all = (): readonly Group[] =>
    named.all().map(({ name, members }) => ({
      name: String(name),
      members: Number(members),
      was: [...former].filter(([, is]) => is === name).map(([was]) => was),
    }));
  const find = (name: string) => all().find((one) => one.name === name);

  return {
    all,
    nowOf: (name) => former.get(name) ?? name,
    async make(given) {
      const name = cleanGroup(given);
      if (name === '') return 'name';
      if (find(name) || former.has(name)) return 'taken';
      await run('INSERT INTO desk_group (name, made_at) VALUES (?, ?)', name, now());
      return undefined;
    },
    async rename(from, given) {
      const to = cleanGroup(given);
      if (to === '') return 'name';
      if (!find(from)) return 'not-found';
      // A name of another group, now or before, would mix up what is whose; its own former name may come back.
      if (find(to) || (former.get(to) ?? from) !== from) return 'taken';
      await run('INSERT INTO desk_group_was (was, name) VALUES (?, ?)', from, to);
      await run('UPDATE desk_group_was SET name = ? WHERE name = ?', to, from);
      await run('DELETE FROM desk_group_was WHERE was = ?', to);
      await run('UPDATE agent_group SET name = ? WHERE name = ?', to, from);
      await run('DELETE FROM desk_group WHERE name = ?', from);
      await run('INSERT OR IGNORE INTO desk_group (name, made_at) VALUES (?, ?)', to, now());
      former = read();
      return undefined;
    },
    async remove(name) {
      const group = find(name);
      if (!group) return 'not-found';
      if (group.members > 0) return 'staffed';
      await run('DELETE FROM desk_group WHERE name = ?', name);
      await run('DELETE FROM desk_group_was WHERE name = ?', name);
      former = read();
      return undefined;
    },
  };
}
