import type { InboxRow, Participant } from '@xiaoer/core/protocol';
import { type ConversationRecord, type Host, inboxRow, type Log } from '@xiaoer/host';
import type { Ticket } from '../tickets/ticket.ts';
import type { Agents } from './agents.ts';
import type { Groups } from './groups.ts';

/** Roles and groups are read from the database again after so long, in milliseconds. */
const FRESH_MS = 1_000;

/** What each person at the desk may see. */
export interface Scope {
  /** A row of the inbox, and the conversation behind it. */
  seesRow(agent: string, row: InboxRow): boolean;
  seesTicket(agent: string, ticket: Ticket): boolean;
  /** A conversation that the agent may see; of others nobody learns whether they are there. */
  conversation(
    agent: Participant,
    id: string | null | undefined,
  ): Promise<{ readonly record: ConversationRecord; readonly head: number } | undefined>;
}

/**
 * Groups are bounds: what is of a group is for its members, for leads, for whoever holds it or is asked to look, and for who
 * opened the ticket. A group that nobody is in bounds nothing, so that nothing waits where nobody can see it.
 */
export function createScope(about: {
  readonly agents: Pick<Agents, 'roleOf' | 'groupsOf' | 'staffed'>;
  readonly groups: Pick<Groups, 'nowOf'>;
  readonly host: () => Pick<Host, 'upkeep'>;
  readonly log: Pick<Log, 'head'>;
  readonly shop: string;
  readonly now: () => number;
}): Scope {
  const { agents, groups: names, host, log, shop, now } = about;
  let readAt = Number.NEGATIVE_INFINITY;
  let staffed: ReadonlySet<string> = new Set();
  const known = new Map<string, { readonly all: boolean; readonly groups: ReadonlySet<string> }>();

  const read = (agent: string) => {
    if (Math.abs(now() - readAt) >= FRESH_MS) {
      readAt = now();
      known.clear();
      staffed = agents.staffed();
    }
    const found = known.get(agent) ?? {
      all: agents.roleOf(agent) !== 'agent',
      groups: new Set(agents.groupsOf(agent)),
    };
    known.set(agent, found);
    return found;
  };

  const isOf = (agent: string, sentTo: string | undefined): boolean => {
    const { all, groups } = read(agent);
    if (sentTo === undefined || all) return true;
    const group = names.nowOf(sentTo);
    return groups.has(group) || !staffed.has(group);
  };

  const seesRow: Scope['seesRow'] = (agent, { group, agent: holder, mentions = [] }) =>
    isOf(agent, group) || holder?.id === agent || mentions.includes(agent);

  return {
    seesRow,
    seesTicket: (agent, { group, agent: holder, openedBy }) =>
      isOf(agent, group) || holder?.id === agent || openedBy.id === agent,
    async conversation({ id: agent }, id) {
      const found = id ? await log.head(id) : undefined;
      if (!id || found?.record.shop !== shop) return undefined;
      const { conversations } = host().upkeep;
      const conversation = await conversations.load(id);
      if (!conversation) return undefined;
      conversations.release(conversation);
      return seesRow(agent, inboxRow(conversation, undefined)) ? found : undefined;
    },
  };
}
