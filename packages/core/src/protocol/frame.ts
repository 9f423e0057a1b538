import type { Cursor, Epoch } from './cursor.ts';
import type { ErrorClass } from './error-code.ts';
import type { ChatEvent, Op } from './event.ts';
import type { ConversationId, OpId } from './ids.ts';
import type { Limits } from './limits.ts';
import type { Participant } from './participant.ts';
import type { Serving } from './serving.ts';
import type { SignalMap, SignalName } from './signal.ts';

/** Opens a session on a link, or opens it again. One is outstanding at a time. */
export interface Hello {
  readonly t: 'hello';
  readonly v: number;
  readonly shop: string;
  /** Random id of the browser profile. Never a credential. */
  readonly install: string;
  /** Echoed by `welcome`, so that a late answer to an earlier hello is recognised. */
  readonly nonce: string;
  /** The merchant's signed token. */
  readonly token?: string | undefined;
  /** An anonymous shopper's 256-bit secret. Absent before the first op, and where a token or cookie speaks. */
  readonly secret?: string | undefined;
  /**
   * With a token: the secret of the visitor whom this shopper was before. What was written under it becomes the
   * account's, and the secret is worth nothing any more. `welcome.claimed` answers.
   */
  readonly claim?: string | undefined;
  readonly cursors: readonly Cursor[];
  readonly locale?: string | undefined;
}

/** Asks for an op to be recorded. */
export interface Append extends Op {
  readonly t: 'append';
  /** The un-acked op before it, by id. */
  readonly after?: OpId | undefined;
  /** `seq` of the serving state this op was decided upon; refused with `serving-changed` if it is another now. */
  readonly serving?: number | undefined;
}

/** A signal by name. `from` is set by the server. */
export type SignalFrame = {
  readonly [N in SignalName]: {
    readonly t: 'signal';
    readonly name: N;
    readonly conversation?: ConversationId | undefined;
    readonly from?: Participant | undefined;
    readonly body: SignalMap[N];
  };
}[SignalName];

/** Asks for the page of history before a `seq`; answered by `events` with the same nonce. */
export interface Pull {
  readonly t: 'pull';
  readonly conversation: ConversationId;
  readonly nonce: string;
  readonly before: number;
  readonly limit: number;
}

/** An agent's wish to read a conversation from a cursor, or to stop. Shoppers read their own by `hello`. */
export interface Watch {
  readonly t: 'watch';
  readonly conversation: ConversationId;
  readonly on: boolean;
  readonly cursor?: Cursor | undefined;
}

/** A fresh token on a living link. */
export interface Auth {
  readonly t: 'auth';
  readonly token: string;
}

/** Answer to `ping`. */
export interface Pong {
  readonly t: 'pong';
  readonly cursors: readonly Cursor[];
}

/** The client leaves on purpose. */
export interface Bye {
  readonly t: 'bye';
  readonly cursors: readonly Cursor[];
}

/** What a client sends. */
export type ClientFrame = Hello | Append | SignalFrame | Pull | Watch | Auth | Pong | Bye;

/** One open conversation of the principal; `events` or `reset` follow for it. */
export interface OpenConversation {
  readonly conversation: ConversationId;
  readonly epoch: Epoch;
  readonly head: number;
}

/** The session is open. */
export interface Welcome {
  readonly t: 'welcome';
  readonly v: number;
  readonly nonce: string;
  /** Absent while the shopper has neither token nor secret. */
  readonly principal?: Participant | undefined;
  /** Answer to `hello.claim`: whether what was written under that secret is this account's. Absent where none was sent. */
  readonly claimed?: boolean | undefined;
  /** Server time, milliseconds since 1970. For showing only. */
  readonly time: number;
  readonly limits: Limits;
  /** Milliseconds between pings. */
  readonly heartbeat: number;
  readonly conversations: readonly OpenConversation[];
  /** Name and greeting of the shop, for the face. */
  readonly shop: { readonly name: string; readonly agents: number };
}

/** The op is in the log, durable, with this number. A repeat gets the old number. */
export interface Ack {
  readonly t: 'ack';
  readonly conversation: ConversationId;
  readonly id: OpId;
  readonly epoch: Epoch;
  readonly seq: number;
}

/** Something was refused: an op (by `id`), a hello or pull (by `nonce`), or a frame that could not be read (neither). */
export interface Nack {
  readonly t: 'nack';
  readonly class: ErrorClass;
  readonly code: string;
  readonly id?: OpId | undefined;
  readonly conversation?: ConversationId | undefined;
  readonly nonce?: string | undefined;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
  /** The conversation to use instead, with code `use`. */
  readonly use?: ConversationId | undefined;
  /** What was wrong and what to do, in English, for developers. */
  readonly message?: string | undefined;
}

/** Contiguous events of one conversation: the live tail, or a page of history when `nonce` is set. */
export interface Events {
  readonly t: 'events';
  readonly conversation: ConversationId;
  readonly epoch: Epoch;
  readonly events: readonly ChatEvent[];
  readonly nonce?: string | undefined;
  /** The oldest `seq` still kept. */
  readonly first: number;
}

/** Replaces what the client holds of a conversation: other epoch, trimmed history, or too far behind. */
export interface Reset {
  readonly t: 'reset';
  readonly conversation: ConversationId;
  readonly epoch: Epoch;
  /** The newest page. */
  readonly events: readonly ChatEvent[];
  readonly head: number;
  /** The oldest `seq` still kept. */
  readonly first: number;
  /** Who speaks as of `head`: the events that made it so may lie before the page. Bot, where it is absent. */
  readonly serving?: Serving | undefined;
}

/** Are you there? `heads` tell a client that it missed something. */
export interface Ping {
  readonly t: 'ping';
  readonly heads: Readonly<Record<ConversationId, number>>;
}

/** The server drains: reconnect at a random moment within the window. */
export interface GoAway {
  readonly t: 'goaway';
  readonly windowMs: number;
}

/** The token ends in so many milliseconds: answer with `auth`. */
export interface AuthSoon {
  readonly t: 'auth-soon';
  readonly inMs: number;
}

/** What a server sends. */
export type ServerFrame = Welcome | Ack | Nack | Events | SignalFrame | Reset | Ping | GoAway | AuthSoon;
