import type { Env } from '@xiaoer/core/env';
import type { ConversationId, InboxSignal, Participant, QueueSignal, TeamSignal } from '@xiaoer/core/protocol';
import type { Claim } from './claim.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Authenticate, HostOptions, HostSettings } from './host-options.ts';
import type { Log } from './log.ts';
import type { Subscribers } from './subscribers.ts';
import type { TakeOp } from './take-op.ts';

/** What a session may ask of the house. */
export interface House {
  readonly env: Env;
  readonly log: Log;
  readonly shop: HostOptions['shop'];
  readonly settings: HostSettings;
  readonly authenticate: Authenticate;
  readonly conversations: Conversations;
  readonly subscribers: Subscribers;
  readonly takeOp: TakeOp;
  readonly claim: Claim;
  /** Agents at the desk. */
  agents(): number;
  /** The inbox as it is now, as far as an agent may see it. */
  inbox(agent: string): InboxSignal;
  /** Whether an agent may see a conversation. */
  sees(agent: string, conversation: Conversation): boolean;
  readonly veil: HostOptions['veil'];
  onRead(agent: Participant, conversation: ConversationId): void;
  /** Who is at the desk now. */
  team(): TeamSignal;
  /** An agent takes nothing new, or does again. */
  away(agent: string, on: boolean): void;
  place(conversation: Conversation): QueueSignal | undefined;
  /** A shopper's typing, as the bot sees it. */
  typing(conversation: Conversation, on: boolean): void;
  /** Writing ended with a message. */
  sent(conversation: string): void;
  /** A link got its principal, or lost it. */
  signedIn(session: SignedIn): void;
  signedOut(session: SignedIn): void;
  /** Milliseconds over which links should come back, once the house drains. */
  readonly drainingMs: number | undefined;
}

/** One link with a known principal, as the house sees it. */
export interface SignedIn {
  readonly role: 'shopper' | 'agent';
  readonly principal: Participant;
  /** The principal's own new conversation: the link reads it from its first event. */
  follow(conversation: Conversation): void;
  /** The principal is nobody any more: what spoke for it was claimed by an account. */
  revoke(): void;
  /** Ends the link from our side. */
  leave(reason: string): void;
}
