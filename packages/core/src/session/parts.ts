import type { Signal } from '@preact/signals-core';
import type { Connection } from '../client.ts';
import type { Room } from '../conversation/room.ts';
import type { Shelf } from '../conversation/shelf.ts';
import type { Emit } from '../emitter.ts';
import type { Scope } from '../env/scope.ts';
import type { Identity } from '../identity/identity.ts';
import type { Credentials } from '../identity/visitor-secret.ts';
import type { SessionLink } from '../link/link.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SendWindow } from '../outbox/send-window.ts';
import type { PageSignal, Participant, ServerFrame, SignalFrame } from '../protocol/index.ts';
import type { Live } from '../signals/live.ts';
import type { Commit } from '../stores/commit.ts';
import type { LateStore } from '../stores/late-store.ts';

/** What an agent's session does besides: an agent reads any conversation it asks for, and has none of its own. */
export interface AgentSide {
  /** The session is open: asks for every conversation from where its log ends. */
  welcomed(rooms: Iterable<Room>): void;
  /** A signal that shoppers do not get; its body is not checked yet. */
  signal(frame: SignalFrame): void;
}

/** What is shown of a link, here or in another tab. */
export type LinkView = Omit<Connection, 'durable' | 'storage'>;

/** Who opens and closes the way to the server. */
export interface Gate extends Pick<SessionLink, 'start' | 'send' | 'wake'> {
  /** `leaving`: the page goes away, or the identity ends. */
  stop(leaving?: boolean): void;
}

/** The parts of one session, as the rooms that work together see each other. */
export interface Parts {
  readonly env: Scope;
  readonly identity: Identity;
  readonly agent?: AgentSide | undefined;
  readonly credentials: Credentials;
  /** Opens the store and reads it, once. */
  readonly start: () => Promise<void>;
  /** What the server says is committed by this; where tabs share one link, their part puts its own in its place. */
  commit: Commit;
  /** What this tab's shopper does is committed by this. */
  readonly save: Commit;
  readonly store: LateStore;
  /** Takes a frame, in its turn of the queue. */
  readonly receive: (frame: ServerFrame) => Promise<void> | void;
  /** Runs tasks one after the other; frames and ops of a session never interleave. */
  readonly queue: <T>(task: () => Promise<T> | T) => Promise<T>;
  readonly outbox: Outbox;
  readonly window: SendWindow;
  readonly shelf: Shelf;
  readonly link: SessionLink;
  /** Who opens the link: itself, until tabs share one. */
  gate: Gate;
  /** What the leading tab says of its link, in a tab that follows. */
  readonly followed: Signal<LinkView | undefined>;
  readonly leads: Signal<boolean>;
  readonly draft: Signal<string>;
  /** The draft as the store had it when it was read. */
  keptDraft: string;
  /** The conversation that the shopper may claim, or not. */
  readonly claimable: Signal<boolean>;
  /** Another tab, or another device, has ended this identity: begins as a new visitor, and answers with that session. */
  readonly gone: (wipe: boolean) => Parts | undefined;
  /** Counts what the server took or gave. */
  readonly progress: Signal<number>;
  /** Nothing moved for 30 s, the link was opened anew, and still nothing moved for 30 s. */
  readonly degraded: Signal<boolean>;
  readonly emit: Emit;
  readonly principal: Signal<Participant | null>;
  readonly shop: Signal<{ readonly name: string; readonly agents: number } | null>;
  readonly me: () => Participant;
  /** Gets another token; false when there is none to get. */
  readonly reauth: (code?: string) => Promise<boolean>;
  /** The live part of a room; refused while it cannot be fetched. */
  readonly live: (room: Room) => Promise<Live>;
  /** Reading back, refusals, resets, taking back. Refused where they cannot be fetched. */
  readonly seldom: () => Promise<typeof import('./seldom.ts')>;
  /** Shares link, drafts and signs of life with the other tabs from now on. */
  join(): void;
  /** Tells the desk what the page shows now, or showed last, once the conversation exists there. */
  readonly showPage: (now?: PageSignal) => void;
}
