import type { Env } from '@xiaoer/core/env';
import type { Serving } from '@xiaoer/core/view';

/** An agent whose last link is gone for so long has left. */
const GONE_MS = 60_000;

/** Who is at the desk, and how much each of them holds. */
export interface Desk {
  arrive(agent: string): void;
  /** One link of the agent ended. */
  depart(agent: string): void;
  /** Agents with at least one link. */
  online(): number;
  isOnline(agent: string): boolean;
  /** Takes a place for a conversation about to be joined, or undefined at the limit. Call the answer when decided. */
  reserve(agent: string): (() => void) | undefined;
  /** Places that agents at the desk have left. */
  free(): number;
  /** Who speaks has changed somewhere. */
  moved(before: Serving, after: Serving): void;
  close(): void;
}

/** `onPresence` hears that the number of agents changed, `onGone` that an agent who holds conversations has left. */
export function createDesk(options: {
  readonly env: Env;
  readonly capacity: number;
  readonly onPresence: () => void;
  readonly onGone: (agent: string) => void;
}): Desk {
  const { env, capacity, onPresence, onGone } = options;
  const links = new Map<string, number>();
  const held = new Map<string, number>();
  const reserved = new Map<string, number>();
  const leaving = new Map<string, () => void>();

  const add = (counts: Map<string, number>, agent: string, by: number): void => {
    const count = (counts.get(agent) ?? 0) + by;
    if (count > 0) counts.set(agent, count);
    else counts.delete(agent);
  };

  const watch = (agent: string): void => {
    if (links.has(agent) || leaving.has(agent) || !held.has(agent)) return;
    const cancel = env.timer(() => {
      leaving.delete(agent);
      onGone(agent);
    }, GONE_MS);
    leaving.set(agent, cancel);
  };

  return {
    arrive(agent) {
      leaving.get(agent)?.();
      leaving.delete(agent);
      add(links, agent, 1);
      if (links.get(agent) === 1) onPresence();
    },
    depart(agent) {
      add(links, agent, -1);
      if (links.has(agent)) return;
      onPresence();
      watch(agent);
    },
    online: () => links.size,
    isOnline: (agent) => links.has(agent),
    reserve(agent) {
      if ((held.get(agent) ?? 0) + (reserved.get(agent) ?? 0) >= capacity) return undefined;
      add(reserved, agent, 1);
      return () => add(reserved, agent, -1);
    },
    free() {
      let places = 0;
      for (const agent of links.keys()) places += Math.max(0, capacity - (held.get(agent) ?? 0));
      return places;
    },
    moved(before, after) {
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
