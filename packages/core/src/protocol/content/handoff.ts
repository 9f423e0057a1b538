import { isName } from '../ids.ts';
import { type Guard, integer, isBoolean, isNumber, oneOf, optional, shape, string } from '../shape.ts';

/**
 * Who speaks. `requested` starts the wait (by shopper, bot or house), `queued` confirms it with a place,
 * `joined` gives the conversation to an agent, `returned` gives it back to the bot, `declined` says that
 * nobody is there and a message can be left.
 */
export type HandoffState = 'requested' | 'queued' | 'joined' | 'returned' | 'declined';

/** Why a conversation changes hands. `wish`, `anger` and `failures` start it; the others end it. */
export type HandoffReason =
  | 'wish'
  | 'anger'
  | 'failures'
  | 'risk'
  | 'guard'
  | 'timeout'
  | 'agent'
  | 'shopper'
  | 'nobody';

/** A change of who speaks. */
export interface HandoffBody {
  readonly state: HandoffState;
  readonly reason?: HandoffReason | undefined;
  readonly group?: string | undefined;
  readonly agent?: { readonly id: string; readonly name: string } | undefined;
  /** Place in the queue when queued; the live one comes by signal. */
  readonly position?: number | undefined;
  readonly estimateMs?: number | undefined;
  /** When somebody is there again, milliseconds since 1970. */
  readonly opensAt?: number | undefined;
  /** With `queued`: it takes long, and a form answer to this event leaves a message. */
  readonly leave?: boolean | undefined;
  /** How long a declined request took to be answered at the latest, in words of the shop. */
  readonly text?: string | undefined;
}

/** Guard of {@link HandoffBody}. */
export const isHandoff: Guard<HandoffBody> = shape<HandoffBody>({
  state: oneOf('requested', 'queued', 'joined', 'returned', 'declined'),
  reason: optional(oneOf('wish', 'anger', 'failures', 'risk', 'guard', 'timeout', 'agent', 'shopper', 'nobody')),
  group: optional(string(64)),
  agent: optional(shape<{ readonly id: string; readonly name: string }>({ id: isName, name: string(80) })),
  position: optional(integer(1)),
  estimateMs: optional(integer(0)),
  opensAt: optional(isNumber),
  leave: optional(isBoolean),
  text: optional(string(500)),
});
