import type { Env } from '@xiaoer/core/env';
import type { ChatEvent, ConversationId, InboxRow, Participant } from '@xiaoer/core/protocol';
import type { Enrich } from './enrich.ts';
import type { ConversationRecord, Log } from './log.ts';
import type { Unread } from './projection.ts';
import type { Responder } from './responder.ts';

/** Turns a credential into a principal. The host never looks inside a token. */
export type Authenticate = (credential: {
  readonly shop: string;
  readonly token?: string | undefined;
  readonly secret?: string | undefined;
}) => Promise<
  | {
      readonly principal: Participant;
      /** When the credential ends, milliseconds since 1970; absent for one that does not. */
      readonly expiresAt?: number | undefined;
      /**
       * Set for a credential that resumes one conversation: it is listed though it may be closed, and what somebody else
       * wrote in this browser cannot be claimed with it.
       */
      readonly resumes?: ConversationId | undefined;
    }
  | { readonly error: 'token-expired' | 'token-invalid' | 'shop-unknown' }
>;

/** What a merchant may set. Times in milliseconds. */
export interface HostSettings {
  /** Conversations an agent may hold at once. */
  readonly agentCapacity: number;
  /** After this time in the queue the conversation returns to the bot with an apology. */
  readonly queueLimitMs: number;
  /** Who has waited for a person for so long is told the place, and may leave a message; 0 for never. */
  readonly tellAfterMs: number;
  /**
   * An agent who owes an answer for so long loses the conversation: to whoever else is free, or to the bot; 0 for never.
   */
  readonly answerLimitMs: number;
  readonly heartbeatMs: number;
  /** A shopper who is still typing is waited for until this much quiet … */
  readonly typingQuietMs: number;
  /** … but no longer than this. */
  readonly typingMaxMs: number;
  /** A conversation with the bot in which nothing was said for so long is closed; 0 for never. */
  readonly idleCloseMs: number;
  /** An open conversation that nobody uses for so long leaves the memory, not the inbox. */
  readonly restAfterMs: number;
  /** Ops a principal may append: sustained per second, and burst. Repeats cost nothing. */
  readonly rate: { readonly perSecond: number; readonly burst: number };
}

/** The settings nobody changed. */
export const DEFAULT_SETTINGS: HostSettings = {
  agentCapacity: 5,
  queueLimitMs: 300_000,
  tellAfterMs: 60_000,
  answerLimitMs: 300_000,
  heartbeatMs: 25_000,
  typingQuietMs: 600,
  typingMaxMs: 4_000,
  idleCloseMs: 86_400_000,
  restAfterMs: 1_800_000,
  rate: { perSecond: 2, burst: 20 },
};

/** A conversation that changed, or was read out of the log. */
export interface Seen {
  readonly record: ConversationRecord;
  /** What was just made durable, in order; nothing where it was read out of the log. */
  readonly events: readonly ChatEvent[];
  /** What the shopper has not seen of people and house. */
  readonly unread: Unread | undefined;
}

/** What a host is made of. */
export interface HostOptions {
  readonly env: Env;
  readonly log: Log;
  readonly shop: {
    readonly id: string;
    /** One name, or the name in a language (BCP 47); asked with undefined when the client names none. */
    readonly name: string | ((locale: string | undefined) => string);
  };
  /** Who the bot is; asked with each of its answers where it may change. */
  readonly bot: Participant | (() => Participant);
  readonly responder: Responder;
  readonly enrich: Enrich;
  readonly authenticate: Authenticate;
  /** What an agent is good for; asked whenever the team is told, so it should answer from memory. */
  readonly groupsOf?: ((agent: string) => readonly string[]) | undefined;
  /** Conversations that an agent may hold at once, where that is another number than the setting; from memory, too. */
  readonly capacityOf?: ((agent: string) => number | undefined) | undefined;
  /** When somebody is at the desk again, milliseconds since 1970; undefined where that is not known. */
  readonly opensAt?: (() => number | undefined) | undefined;
  /** What becomes of a message that is left while nobody is at the desk, where it is not what clients say by themselves. */
  readonly leaveText?: ((locale: string | undefined) => string) | undefined;
  /** Hears what happens, in order, after it is durable and told. It must not throw; nobody waits for it. */
  readonly observe?: ((seen: Seen) => void) | undefined;
  /** Whether an agent may see a conversation; asked often, so it should answer from memory. Left out, all see all. */
  readonly sees?: ((agent: string, row: InboxRow) => boolean) | undefined;
  /** What agents get of an event, where that is less than the whole. */
  readonly veil?: ((event: ChatEvent) => ChatEvent) | undefined;
  /** An agent opened a conversation, or read further back in it. Nobody waits for it. */
  readonly onRead?: ((agent: Participant, conversation: ConversationId) => void) | undefined;
  readonly settings?: Partial<HostSettings> | undefined;
}
