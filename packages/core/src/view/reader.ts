import type { Content, Participant } from '../protocol/index.ts';

/** Whose screen it is. */
export interface Reader {
  readonly role: 'shopper' | 'agent';
  readonly id?: string | undefined;
}

/** Whether an author is the reader. A conversation has one shopper, so a shopper's role says enough. */
export const isMine = ({ role, id }: Reader, from: Participant): boolean =>
  from.role === role && (role === 'shopper' || from.id === id);

/** Name of a row, from the first drawing of the op until its event. */
export const rowKey = (mine: boolean, author: string, id: string): string => `${mine ? 'me' : author}:${id}`;

/** Whether the reader sees a row of its own for it. Marks change other rows; the house's events are for agents. */
export function isRow({ role }: Reader, { kind, body }: Content): boolean {
  switch (kind) {
    case 'read':
    case 'retracted':
    case 'hidden':
      return false;
    case 'rating':
      return body.state === 'asked';
    case 'trace':
    case 'note':
      return role === 'agent';
    default:
      return true;
  }
}

const QUIET = ['handoff', 'notice', 'closed', 'rating', 'trace', 'note'];

/** Whether it counts as an unread message of somebody else. */
export const isMessage = (reader: Reader, content: Content): boolean =>
  isRow(reader, content) && !QUIET.includes(content.kind);
