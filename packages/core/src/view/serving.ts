import { type ChatEvent, type HandoffReason, readContent } from '../protocol/index.ts';

/** Who speaks in a conversation: a fold over its log. */
export interface Serving {
  readonly mode: 'bot' | 'queued' | 'agent' | 'closed';
  /** `seq` of the event that made it so; 0 before any did. */
  readonly seq: number;
  readonly agent?: { readonly id: string; readonly name: string } | undefined;
  readonly reason?: HandoffReason | undefined;
  /** When a person was asked for, milliseconds since 1970. */
  readonly requestedAt?: number | undefined;
}

/** A conversation starts with the bot. */
export const BOT_SERVES: Serving = { mode: 'bot', seq: 0 };

/** The serving state after one more event. Events that change nothing return the same object. */
export function foldServing(serving: Serving, event: ChatEvent): Serving {
  const content = readContent(event);
  if (content.kind === 'closed') return { mode: 'closed', seq: event.seq };
  if (content.kind !== 'handoff') return serving;
  const { state, reason, agent } = content.body;
  switch (state) {
    case 'requested':
      return serving.mode === 'bot' ? { mode: 'queued', seq: event.seq, reason, requestedAt: event.at } : serving;
    case 'joined':
      return { mode: 'agent', seq: event.seq, agent, requestedAt: serving.requestedAt };
    case 'returned':
    case 'declined':
      return { mode: 'bot', seq: event.seq, reason };
    default:
      return serving;
  }
}
