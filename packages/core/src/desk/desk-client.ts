import type { ReadonlySignal } from '@preact/signals-core';
import type { Client, SendOptions, Typing } from '../client.ts';
import type { ClientOptions } from '../client-options.ts';
import type {
  ContentMap,
  ConversationId,
  InboxRow,
  Kind,
  PageSignal,
  QueueSignal,
  TeamMember,
} from '../protocol/index.ts';
import type { Attachable, AttachOptions } from '../uploads/attach-options.ts';
import type { Serving } from '../view/serving.ts';
import type { TimelineItem } from '../view/timeline.ts';

/** One conversation: its log so far, the outbox behind it, and the ephemeral signals. Bodies are checked in full. */
export interface Conversation {
  readonly id: ConversationId;
  readonly messages: ReadonlySignal<readonly TimelineItem[]>;
  readonly serving: ReadonlySignal<Serving>;
  readonly typing: ReadonlySignal<readonly Typing[]>;
  readonly page: ReadonlySignal<PageSignal | null>;
  readonly queue: ReadonlySignal<QueueSignal | null>;
  readonly hasOlder: ReadonlySignal<boolean>;
  /** How far the shopper has read: an own message whose `seq` is at or below it was seen. */
  readonly seen: ReadonlySignal<number>;
  send<K extends Kind>(kind: K, body: ContentMap[K], options?: SendOptions): Promise<string>;
  setTyping(on: boolean): void;
  loadOlder(): Promise<void>;
  /** The reader is back at the end; see `Client.forgetOlder`. */
  forgetOlder(): void;
  markRead(): void;
  /** Takes an own message back; see `Client.retract`. */
  retract(id: string): Promise<void>;
  /**
   * Attaches a file, as `attach` of a shopper's client does, in memory only. Rejects with `ChatError` code `refused` where
   * the client was made without `attachments`.
   */
  attach(content: Attachable, options: AttachOptions): Promise<string>;
  /** Stops reading it (agents). */
  leave(): void;
}

/** The client of one agent: the inbox, and any number of conversations. */
export interface DeskClient
  extends Pick<
    Client,
    'connection' | 'principal' | 'shop' | 'outbox' | 'connect' | 'disconnect' | 'resend' | 'discard' | 'on' | 'destroy'
  > {
  /** The newest state of every open conversation. */
  readonly inbox: ReadonlySignal<readonly InboxRow[]>;
  /** Everybody at the desk. */
  readonly team: ReadonlySignal<readonly TeamMember[]>;
  /** Whether this agent takes nothing new, as last set here. */
  readonly away: ReadonlySignal<boolean>;
  /** Takes nothing new from now on, or does again. What is held stays. Kept over lost links, not over a reload. */
  setAway(on: boolean): void;
  /** An address that opens a file of any conversation, see `AttachVerbs.fileLink`. Rejects as `Conversation.attach`. */
  fileLink(url: string): Promise<string>;
  /** Reads a conversation from now on; the same object for the same id until `leave()`. */
  conversation(id: ConversationId): Conversation;
}

/** Options of `createDeskClient`. The cookie of the desk says who the agent is, and nothing is stored. */
export type DeskClientOptions = Pick<ClientOptions, 'shop' | 'transport' | 'env' | 'locale' | 'attachments'>;
