import type { Participant, ServerFrame } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { SendWindow } from './send-window.ts';

/** One link as those see it who send to it. */
export interface Reader {
  readonly role: 'shopper' | 'agent';
  readonly principal: Participant | undefined;
  readonly window: SendWindow;
  send(frame: ServerFrame): void;
  /** A frame that was built once for many readers. */
  sendText(frame: string): void;
  /** Ends the link because something on our side failed; the client comes back and resumes. */
  fail(): void;
}

/** One link reading one conversation. */
export interface Subscription {
  readonly conversation: Conversation;
  readonly reader: Reader;
  /** Number of the last event handed to the link. */
  position: number;
  /** Events are pushed as they happen; otherwise it is being caught up from the log. */
  live: boolean;
  /** The link's cursor is of no use: it gets the newest page. */
  resetting: boolean;
  catchingUp: boolean;
  ended: boolean;
}
