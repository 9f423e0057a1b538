import { computed, type ReadonlySignal } from '@preact/signals';
import type { Serving } from '@xiaoer/core';
import type { Conversation, DeskClient } from '@xiaoer/core/desk';

/**
 * Who speaks in a conversation: by its log, or by the inbox where that knows of a newer change. A log that was read
 * from its newest page on may not hold the event that made it so.
 */
export function servingOf(client: DeskClient, conversation: Conversation): Serving {
  const told = conversation.serving.value;
  const row = client.inbox.value.find((one) => one.conversation === conversation.id);
  if (!row || row.serving <= told.seq) return told;
  return { mode: row.mode, seq: row.serving, agent: row.agent, requestedAt: row.requestedAt };
}

/** What parts of the page ask of every conversation: it changes far less often than the inbox that it is read from. */
interface Stand {
  readonly mine: ReadonlySignal<boolean>;
  readonly closed: ReadonlySignal<boolean>;
}

const stands = new WeakMap<Conversation, Stand>();

function standOf(client: DeskClient, conversation: Conversation): Stand {
  const known = stands.get(conversation);
  if (known) return known;
  const stand: Stand = {
    mine: computed(() => {
      const { mode, agent } = servingOf(client, conversation);
      return mode === 'agent' && agent?.id === client.principal.value?.id;
    }),
    closed: computed(() => servingOf(client, conversation).mode === 'closed'),
  };
  stands.set(conversation, stand);
  return stand;
}

/** Whether this agent speaks in the conversation. */
export const isMine = (client: DeskClient, conversation: Conversation): boolean =>
  standOf(client, conversation).mine.value;

/** Whether the conversation is over. */
export const isClosed = (client: DeskClient, conversation: Conversation): boolean =>
  standOf(client, conversation).closed.value;
