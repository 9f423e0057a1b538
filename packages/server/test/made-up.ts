import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Batch, ConversationRecord } from '@xiaoer/host';

/** A conversation's id out of a short name. */
export const conversationId = (name: string): string => `${name}-${'0'.repeat(20)}`.slice(0, 22);

/** An event of a shopper. */
export const event = (seq: number, id: string, more: Partial<ChatEvent> = {}): ChatEvent => ({
  seq,
  id,
  at: 1_700_000_000_000 + seq,
  from: { role: 'shopper', id: 'user:mei' },
  kind: 'text',
  body: { text: `line ${seq}` },
  ...more,
});

/** A conversation of a shopper. */
export const record = (name: string, more: Partial<ConversationRecord> = {}): ConversationRecord => ({
  id: conversationId(name),
  shop: 'inn',
  subject: 'user:mei',
  createdAt: 1_700_000_000_000,
  ...more,
});

/** The batch that creates a conversation. */
export const creation = (
  name: string,
  events: readonly ChatEvent[],
  more: Partial<ConversationRecord> = {},
): Batch => ({
  conversation: conversationId(name),
  create: record(name, more),
  events,
});

/** A batch of a conversation that exists. */
export const batch = (name: string, ...events: readonly ChatEvent[]): Batch => ({
  conversation: conversationId(name),
  events,
});
