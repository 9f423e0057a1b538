import type { ChatEvent, HandoffReason } from '../protocol/index.ts';
import { interpret } from './interpret.ts';

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
  const { kind, body } = interpret(event);
  const { seq, at } = event;
  if (kind === 'closed') return { mode: 'closed', seq };
  if (kind !== 'handoff') return serving;
  const { state, reason, agent } = body;
  if (state === 'requested' && serving.mode === 'bot') return { mode: 'queued', seq, reason, requestedAt: at };
  if (state === 'joined') return { mode: 'agent', seq, agent, requestedAt: serving.requestedAt };
  if (state === 'returned' || state === 'declined') return { mode: 'bot', seq, reason };
  return serving;
}
