import type { Content, Participant, Role } from '../protocol/index.ts';

/** Whose screen it is. */
export interface Reader {
  readonly role: Role;
  readonly id?: string | undefined;
}

/** Whether an author is the reader. A conversation has one shopper, so a shopper's role says enough. */
export const isMine = ({ role, id }: Reader, from: Participant): boolean =>
  from.role === role && (role === 'shopper' || from.id === id);

const MARKS = ['read', 'retracted', 'hidden'];
const HOUSE = ['trace', 'note'];
const QUIET = ['handoff', 'notice', 'closed', 'rating', ...HOUSE];

/** Whether the reader sees a row of its own for it. Marks change other rows; the house's events are for agents. */
export const isRow = ({ role }: Reader, { kind, body }: Content): boolean =>
  kind === 'rating' ? body.state === 'asked' : !MARKS.includes(kind) && (role === 'agent' || !HOUSE.includes(kind));

/** Whether a row is a message of somebody else. */
export const isNews = ({ mine, content }: { readonly mine: boolean; readonly content: Content }): boolean =>
  !mine && !QUIET.includes(content.kind);
