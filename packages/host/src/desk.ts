import type { Env } from '@xiaoer/core/env';
import type { Participant, TeamMember } from '@xiaoer/core/protocol';
import type { Serving } from '@xiaoer/core/view';

/** An agent whose last link is gone for so long has left. */
const GONE_MS = 60_000;

/** Who is at the desk, and how much each of them holds. */
export interface Desk {
  arrive(agent: Participant): void;
  /** One link of the agent ended. */
  depart(agent: string): void;
  /** An agent takes nothing new, or does again. */
  away(agent: string, on: boolean): void;
  /** Agents who take conversations: with at least one link, and not away. */
  online(): number;
  /** Whether anybody has a link, away or not. */
  isOpen(): boolean;
  /** Everybody with a link, those who may be given something first. */
  team(): readonly TeamMember[];
  isOnline(agent: string): boolean;
  /** Takes a place for a conversation about to be joined, or undefined at the limit. Call the answer when decided. */
  reserve(agent: string): (() => void) | undefined;
  /** Places of all agents who take conversations. */
  places(): number;
  /** Those of them that are left. */
  free(): number;
  /** Who speaks has changed somewhere. */
  moved(before: Serving, after: Serving): void;
  close(): void;
}

/**
 * `onPresence` hears that agents came, went, or are away, `onTeam` that anything of them changed, `onGone` that an agent who
 * holds conversations has left.
 */
export function createDesk(options: {
  readonly env: Env;
  readonly capacityOf: (agent: string) => number;
  readonly groupsOf: (agent: string) => readonly string[];
  readonly onPresence: () => void;
  readonly onTeam: () => void;
  readonly onGone: (agent: string) => void;
}): Desk {
  const { env, capacityOf, groupsOf, onPresence, onTeam, onGone } = options;
  const names = new Map<string, string>();
  const resting = new Set<string>();
  const links = new Map<string, number>();
  const held = new Map<string, number>();
  const reserved = new Map<string, number>();
  const leaving = new Map<string, () => void>();

  const add = (counts: Map<string, number>, agent: string, by: number): void => {
    const count = (counts.get(agent) ?? 0) + by;
    if (count > 0) counts.set(agent, count);
    else counts.delete(agent);
  };

  const taking = () => [...links.keys()].filter((agent) => !resting.has(agent));

  const watch = (agent: string): void => {
    if (links.has(agent) || leaving.has(agent) || !held.has(agent)) return;
    const cancel = env.timer(() => {
      leaving.delete(agent);
      onGone(agent);
    }, GONE_MS);
    leaving.set(agent, cancel);
  };

  return {
    arrive({ id, name }) {
      leaving.get(id)?.();
      leaving.delete(id);
      names.set(id, name ?? id);
      add(links, id, 1);
      if (links.get(id) === 1) onPresence();
      onTeam();
    },
    depart(agent) {
      add(links, agent, -1);
      if (links.has(agent)) return;
      resting.delete(agent);
      names.delete(agent);
      onPresence();
      onTeam();
      watch(agent);
    },
    away(agent, on) {
      if (!links.has(agent) || resting.has(agent) === on) return;
      if (on) resting.add(agent);
      else resting.delete(agent);
      onPresence();
      onTeam();
    },
    online: () => links.size - resting.size,
    isOpen: () => links.size > 0,
    team() {
      const members = [...names].map(([id, name]): TeamMember => {
        const groups = groupsOf(id);
        return {
          id,
          name,
          away: resting.has(id) || undefined,
          groups: groups.length > 0 ? groups : undefined,
          held: held.get(id) ?? 0,
          capacity: capacityOf(id),
        };
      });
      const places = ({ away, held: has, capacity }: TeamMember) => (away ? -1 : capacity - has);
      return members.sort((a, b) => places(b) - places(a) || a.name.localeCompare(b.name));
    },
    isOnline: (agent) => links.has(agent),
    reserve(agent) {
      if ((held.get(agent) ?? 0) + (reserved.get(agent) ?? 0) >= capacityOf(agent)) return undefined;
      add(reserved, agent, 1);
      return () => add(reserved, agent, -1);
    },
    places: () => taking().reduce((sum, agent) => sum + capacityOf(agent), 0),
    free: () => taking().reduce((sum, agent) => sum + Math.max(0, capacityOf(agent) - (held.get(agent) ?? 0)), 0),
    moved(before, after) {
      if (before.agent ?? after.agent) onTeam();
      if (before.agent) add(held, before.agent.id, -1);
      if (after.agent) {
        add(held, after.agent.id, 1);
        watch(after.agent.id);
      }
    },
    close() {
      for (const cancel of leaving.values()) cancel();
      leaving.clear();
    },
  };
}
