import { type ConversationId, isOpId, type OpId } from './ids.ts';
import { isParticipant, type Participant } from './participant.ts';
import { type Guard, integer, isNumber, isObject, matching, shape } from './shape.ts';

/** What a conversation's log holds: one op, numbered by the server. */
export interface ChatEvent {
  /** 1, 2, 3 … without holes in its conversation. */
  readonly seq: number;
  readonly id: OpId;
  /** Server time in milliseconds since 1970. For showing only: order is `seq`. */
  readonly at: number;
  readonly from: Participant;
  readonly kind: string;
  /** Read it with {@link readContent}, which checks it. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a participant asks to be recorded. */
export interface Op {
  readonly conversation: ConversationId;
  readonly id: OpId;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Guard of an event's or op's kind. Kinds unknown to a reader are stored and shown as unsupported. */
export const isKind = matching(/^[a-z][a-z0-9.-]{0,31}$/);

/** Guard of {@link ChatEvent}; its body is checked by {@link readContent}. */
export const isChatEvent: Guard<ChatEvent> = shape<ChatEvent>({
  seq: integer(1),
  id: isOpId,
  at: isNumber,
  from: isParticipant,
  kind: isKind,
  body: isObject,
});
