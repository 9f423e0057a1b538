import type { Content, Participant } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { Desk } from './desk.ts';
import { isLine } from './projection.ts';
import type { Refusal } from './refusal.ts';

/** What a shopper may still say of a conversation that is over. */
const AFTER_CLOSE = new Set(['rating', 'read']);

const changed = (message: string): Refusal => ({ code: 'serving-changed', message });

/** Whether an agent passes a conversation on: to a colleague, or to whoever of a group is free. */
export const isPassing = (content: Content, author: Participant): boolean =>
  author.role === 'agent' && content.kind === 'handoff' && content.body.state === 'requested';

/**
 * Server rule 9 for ops that come over a link: what changes who speaks must name the serving state it was decided
 * upon, and only the agent who holds a conversation speaks in it. Notes are welcome from every colleague at any time.
 */
export function servingRefusal(
  { projection }: Conversation,
  op: { readonly author: Participant; readonly content: Content; readonly serving: number | undefined },
  desk: Pick<Desk, 'isOnline'>,
): Refusal | undefined {
  const { mode, seq, agent } = projection.serving;
  const { author, content, serving } = op;
  if (author.role === 'agent' && content.kind === 'note') return undefined;
  if (mode === 'closed' && !AFTER_CLOSE.has(content.kind))
    return { code: 'conversation-closed', message: 'this conversation is over; address the op to a new one' };
  if (serving !== undefined && serving !== seq) return changed('somebody else speaks now; look again');
  if (author.role !== 'agent' || content.kind === 'read') return undefined;

  const mine = mode === 'agent' && agent?.id === author.id;
  const moves = content.kind === 'closed' || content.kind === 'handoff';
  if (moves && serving === undefined) return changed('name the serving state this was decided upon');
  if (isPassing(content, author)) return mine ? undefined : changed('take the conversation first');
  if (content.kind === 'handoff' && content.body.state === 'joined') {
    if (mine) return changed('you hold this conversation already');
    if (mode === 'agent' && agent && desk.isOnline(agent.id)) return changed('a colleague holds this conversation');
    return undefined;
  }
  if (mine) return undefined;
  return isLine(content.kind) || moves || content.kind === 'retracted' || content.kind === 'rating'
    ? changed('take the conversation first')
    : undefined;
}
