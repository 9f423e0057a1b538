import type { ReadonlySignal } from '@preact/signals-core';
import type { ClientOptions } from './client-options.ts';
import type { ContentMap, Kind, PageSignal, Participant, QueueSignal } from './protocol/index.ts';
import type { Storage } from './stores/store.ts';
import type { Serving } from './view/serving.ts';
import type { TimelineItem } from './view/timeline.ts';

/**
 * What the screen says of the link. `idle`: not asked to connect. `connecting`, `online`. `offline`: tries again by
 * itself. `degraded`: connected without progress for 30 s. `stopped`: a fatal refusal, see `problem`.
 */
export interface Connection {
  readonly state: 'idle' | 'connecting' | 'online' | 'offline' | 'degraded' | 'stopped';
  /** Code of the last refusal or failure. */
  readonly problem?: string | undefined;
  /** When the next try comes, on the wall clock. */
  readonly retryAt?: number | undefined;
  /** Whether what the shopper writes survives the page. */
  readonly durable: boolean;
  /** Why it does not. */
  readonly storage: Storage;
}

/** Who is writing right now. */
export interface Typing {
  readonly from: Participant;
}

/** Options of one op. */
export interface SendOptions {
  /** Refused with `serving-changed` if who speaks has changed since this `seq`. */
  readonly serving?: number | undefined;
}

/** Things a host page may listen to. */
export interface ClientEvents {
  /** A message of somebody else, after it is stored; each once, never history. A streamed reply when it is whole. */
  'message:received': TimelineItem;
  /** An own op was stored in the outbox. */
  'message:sent': TimelineItem;
  'message:failed': TimelineItem;
  'unread:changed': number;
  'handoff:changed': Serving;
  'connection:changed': Connection;
  /** A restore or trim on the server took away what had been visible: that many events. */
  'history-reset': number;
}

/** The client of one shopper. */
export interface Client {
  /** Timeline of the shopper's conversation: the log, then the outbox. */
  readonly messages: ReadonlySignal<readonly TimelineItem[]>;
  readonly connection: ReadonlySignal<Connection>;
  readonly unread: ReadonlySignal<number>;
  /**
   * How far the other side has read: an own message whose `seq` is at or below it was seen by an agent. 0 before
   * anybody read.
   */
  readonly seen: ReadonlySignal<number>;
  readonly handoff: ReadonlySignal<Serving>;
  readonly queue: ReadonlySignal<QueueSignal | null>;
  readonly typing: ReadonlySignal<readonly Typing[]>;
  /** Ops that are not yet visible in the log. */
  readonly outbox: ReadonlySignal<readonly TimelineItem[]>;
  readonly hasOlder: ReadonlySignal<boolean>;
  /** Who we are to the server; null before the first op of an anonymous shopper. */
  readonly principal: ReadonlySignal<Participant | null>;
  /** Name of the shop and number of agents at the desk, from `welcome`. */
  readonly shop: ReadonlySignal<{ readonly name: string; readonly agents: number } | null>;
  /**
   * Whether this tab speaks for all tabs of this browser profile: `message:received` is told in every tab, and the one
   * that leads makes the sound. Always true where tabs do not know of each other.
   */
  readonly leads: ReadonlySignal<boolean>;
  /**
   * What was written and not sent, the same in every tab, and after a reload where this shopper has something stored
   * already. Sending it as a text empties it. Empty while the page is out of sight for good (`pagehide`, `freeze`).
   */
  readonly draft: ReadonlySignal<string>;
  /** Keeps what is in the composer; call it at every key. */
  setDraft(text: string): void;
  /**
   * After `identify()`: this browser profile holds a visitor's conversation in which nothing was said since the page was
   * opened. Somebody else may have written it: ask the shopper, then call {@link Client.claim}.
   */
  readonly claimable: ReadonlySignal<boolean>;
  /**
   * The shopper's answer. `true`: the account takes over that conversation, on all its devices; resolves when the server
   * has said whose it is. `false`: it is deleted here. Without anything claimable it does nothing. Rejects with
   * `ChatError` code `signed-out`, `refused`, `not-loaded` or `wipe-failed`.
   */
  claim(yes: boolean): Promise<void>;
  /** Opens the link. Nothing is stored by this. */
  connect(): void;
  /** Closes the link; the outbox stays. */
  disconnect(): void;
  /**
   * Stores an op and sends it when it can. Resolves with its id once it is committed to the outbox (or kept in
   * memory, then shown as unsaved). Rejects with `ChatError` code `outbox-full`, or `invalid-body` where the client
   * itself would not understand it or it is too large; the text stays with the caller. What else the server finds
   * wrong shows as a failed message.
   */
  send<K extends Kind>(kind: K, body: ContentMap[K], options?: SendOptions): Promise<string>;
  /** Sends a failed or expired op again, under its own id where the server may have it. */
  resend(id: string): Promise<void>;
  /** Forgets a failed or expired op. */
  discard(id: string): Promise<void>;
  /**
   * Takes an own message back, by its op's id. One that never left is forgotten. One that is in the log shows as
   * `retracted` at once, and its words are deleted here when the server has agreed; the server refuses after two
   * minutes: then `message:failed` tells it (kind `retracted`, error `too-late`), and the message stands as before.
   * One on its way is waited for. Resolves when the wish is stored; rejects with `ChatError` code `not-found` where no
   * own message has that id, `signed-out`, `outbox-full` or `not-loaded`.
   */
  retract(id: string): Promise<void>;
  /** Signs the shopper in; asked again when the token ends. Resolves when the new identity's session is open. */
  identify(token: () => Promise<string>): Promise<void>;
  /** Signs out: stops, wipes what this identity stored, and starts as a new visitor. */
  logout(): Promise<void>;
  requestHuman(reason?: 'wish'): Promise<string>;
  /** Back to the bot, while waiting or with an agent. */
  cancelHuman(): Promise<string>;
  rate(score: 1 | 2 | 3 | 4 | 5, comment?: string): Promise<string>;
  /** Everything shown so far was seen. */
  markRead(): void;
  setTyping(on: boolean): void;
  /** Tells the desk what the page shows; ephemeral. */
  setPage(page: PageSignal): void;
  /**
   * Shows the page before the oldest row: from the store, or else from the server. Resolves when it is there, or none
   * will come: offline the server is not asked.
   */
  loadOlder(): Promise<void>;
  /**
   * The reader is back at the end: of the rows only the newest 500 stay in memory. `loadOlder()` brings the others
   * again. Until it was called for the first time that is so by itself.
   */
  forgetOlder(): void;
  /** Listens to one event; the answer ends it. A listener that throws harms nobody. */
  on<E extends keyof ClientEvents>(event: E, listener: (detail: ClientEvents[E]) => void): () => void;
  /** Ends link, timers, listeners and store. */
  destroy(): void;
}

/** Makes a client. It neither connects nor stores anything until it is asked to. */
export type CreateClient = (options: ClientOptions) => Client;
