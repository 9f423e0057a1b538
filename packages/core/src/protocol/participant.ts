import { isName } from './ids.ts';
import { type Guard, oneOf, optional, shape, string } from './shape.ts';
import { isSafeUrl } from './url.ts';

/** Who takes part in a conversation. */
export type Role = 'shopper' | 'bot' | 'agent' | 'system';

/** The author of an event. Always set by the server from the credential, never from the frame. */
export interface Participant {
  readonly role: Role;
  /** The principal. Opaque; equal ids are the same author. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly avatar?: string | undefined;
}

/** Guard of {@link Role}. */
export const isRole = oneOf('shopper', 'bot', 'agent', 'system');

/** Guard of {@link Participant}. */
export const isParticipant: Guard<Participant> = shape<Participant>({
  role: isRole,
  id: isName,
  name: optional(string(80)),
  avatar: optional(isSafeUrl),
});
