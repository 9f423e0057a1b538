import type { Signal } from '@preact/signals-core';
import type { ClientOptions } from '../client-options.ts';
import type { Older } from '../conversation/older.ts';
import type { Room } from '../conversation/room.ts';
import type { Shelf } from '../conversation/shelf.ts';
import type { Emit } from '../emitter.ts';
import type { Scope } from '../env/scope.ts';
import type { Identity } from '../identity/identity.ts';
import type { Credentials } from '../identity/visitor-secret.ts';
import type { SessionLink } from '../link/link.ts';
import type { Watchdog } from '../link/watchdog.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SendWindow } from '../outbox/send-window.ts';
import type { InboxRow, Participant } from '../protocol/index.ts';
import type { Commit } from '../stores/commit.ts';
import type { Reader } from '../view/reader.ts';
import type { TimelineItem } from '../view/timeline.ts';

/** The parts of one session, as the rooms that work together see each other. */
export interface Parts {
  readonly env: Scope;
  readonly options: ClientOptions;
  readonly identity: Identity;
  readonly credentials: Credentials;
  /** Opens the store and reads it, once. */
  readonly start: () => Promise<void>;
  readonly commit: Commit;
  /** Runs tasks one after the other; frames and ops of a session never interleave. */
  readonly queue: <T>(task: () => Promise<T> | T) => Promise<T>;
  readonly outbox: Outbox;
  readonly window: SendWindow;
  readonly shelf: Shelf;
  readonly link: SessionLink;
  readonly older: Older;
  readonly watchdog: Watchdog;
  readonly emit: Emit;
  readonly principal: Signal<Participant | null>;
  readonly shop: Signal<{ readonly name: string; readonly agents: number } | null>;
  readonly inbox: Signal<readonly InboxRow[]>;
  readonly reader: () => Reader;
  readonly me: () => Participant;
  /** The row of an op, for listeners. */
  readonly row: (id: string) => TimelineItem | undefined;
  /** Gets another token; false when there is none to get. */
  readonly reauth: () => Promise<boolean>;
  /** Tells the desk what the page shows, once the conversation exists there. */
  readonly showPage: () => void;
  /** An agent's wish to read a conversation from where the log ends. */
  readonly watch: (room: Room, on: boolean) => void;
}
