import type { Env } from '@xiaoer/core/env';
import type { TeamMember, TeamSignal } from '@xiaoer/core/protocol';

const TELL_AFTER_MS = 100;

/** Who is at the desk, told to everybody there. */
export interface Team {
  /** Something of somebody changed; colleagues hear of it a moment later, once for many changes. */
  touch(): void;
  all(): TeamSignal;
  close(): void;
}

/** `tell` sends to every agent. */
export function createTeam(env: Env, members: () => readonly TeamMember[], tell: (team: TeamSignal) => void): Team {
  let telling: (() => void) | undefined;
  const all = (): TeamSignal => ({ agents: members() });
  return {
    all,
    touch() {
      telling ??= env.timer(() => {
        telling = undefined;
        tell(all());
      }, TELL_AFTER_MS);
    },
    close() {
      telling?.();
      telling = undefined;
    },
  };
}
