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

/** Whether this agent speaks in the conversation. */
export function isMine(client: DeskClient, conversation: Conversation): boolean {
  const { mode, agent } = servingOf(client, conversation);
  return mode === 'agent' && agent?.id === client.principal.value?.id;
}
