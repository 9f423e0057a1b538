import type { ChatEvent, Serving } from '../protocol/index.ts';
import { interpret } from './interpret.ts';

export type { Serving } from '../protocol/index.ts';

/** A conversation starts with the bot. */
export const BOT_SERVES: Serving = { mode: 'bot', seq: 0 };

/**
 * The serving state after one more event. Events that change nothing return the same object, and so do those that a
 * state which was told already counts.
 */
export function foldServing(serving: Serving, event: ChatEvent): Serving {
  const { kind, body } = interpret(event);
  const { seq, at } = event;
  if (seq <= serving.seq) return serving;
  if (kind === 'closed') return { mode: 'closed', seq };
  if (kind !== 'handoff') return serving;
  const { state, reason, agent } = body;
  if (state === 'requested' && serving.mode === 'bot') return { mode: 'queued', seq, reason, requestedAt: at };
  if (state === 'joined') return { mode: 'agent', seq, agent, requestedAt: serving.requestedAt };
  if (state === 'returned' || state === 'declined') return { mode: 'bot', seq, reason };
  return serving;
}
