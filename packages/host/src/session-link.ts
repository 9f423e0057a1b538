import type { Env } from '@xiaoer/core/env';
import type { ConversationId, Participant } from '@xiaoer/core/protocol';
import type { Conversations } from './conversations.ts';
import type { Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import type { Unread } from './projection.ts';
import type { Tell } from './tell.ts';

/**
 * Who speaks on a link: somebody with a merchant's token, or whose secret has a conversation in the log (`known`); a
 * visitor of whom nothing is known but the secret that was just made up (`newcomer`); or nobody yet.
 */
export type Speaker = 'known' | 'newcomer' | 'nobody';

/** The gateway's end of one connection, as the host sees it. */
export interface SessionLink {
  /** `agent` links come from the desk's own route, already signed in by its cookie; they carry `principal`. */
  readonly role: 'shopper' | 'agent';
  readonly principal?: Participant | undefined;
  send(frame: string): void;
  /** Ends the connection with a WebSocket close code. */
  close(code: number, reason: string): void;
  /**
   * Asked before somebody else than so far speaks on a shopper's link; it begins as nobody's. The answer is 0, or the
   * milliseconds after which the hello may be repeated, where the gateway has enough of newcomers.
   */
  speaks?(who: Speaker): number;
  /** Bytes handed over and not yet taken by the network. */
  buffered(): number;
}

/** The host's end of one connection, as the gateway sees it. */
export interface Session {
  /** One frame as text, in order. */
  receive(frame: string): void;
  /** The connection is gone. */
  closed(): void;
}

/** The other end of all conversations of one shop. */
export interface Host {
  /** Reads the open conversations, rebuilds queue and inbox, and runs the bot turns that a crash interrupted. */
  start(): Promise<void>;
  connect(link: SessionLink): Session;
  /** Tells every link to come back within `windowMs`, finishes what is being appended. */
  drain(windowMs: number): Promise<void>;
  /** Numbers for the health page. */
  stats(): {
    readonly links: number;
    readonly agents: number;
    readonly queued: number;
    /** Open ones, and closed ones that are read. */
    readonly conversations: number;
    /** Those of them that are in memory. */
    readonly inMemory: number;
    readonly appended: number;
  };
  /** For `trim` and `erase`, which run beside it. */
  readonly upkeep: {
    readonly env: Env;
    readonly lanes: Lanes;
    readonly log: Log;
    readonly conversations: Conversations;
  };
  /** What the shopper has not seen of people and house in a conversation. */
  unread(conversation: ConversationId): Promise<Unread | undefined>;
  /** Ends all links of an agent, of whom a session was ended: those that are still good come again. */
  dismiss(agent: string): void;
  /** See {@link Tell}. */
  readonly tell: Tell;
  /** Ends timers and links; does not close the log. */
  close(): void;
}
