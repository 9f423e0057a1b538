import type { Content, Participant, Role } from '../protocol/index.ts';
import type { TimelineItem } from './timeline.ts';

/** Whose screen it is. */
export interface Reader {
  readonly role: Role;
  readonly id?: string | undefined;
}

/** Whether an author is the reader. A conversation has one shopper, so a shopper's role says enough. */
export const isMine = ({ role, id }: Reader, from: Participant): boolean =>
  from.role === role && (role === 'shopper' || from.id === id);

/** Whether an author is on the other side of the counter. Agents are on one side, and nobody else reads. */
export const isOther = (reader: Reader, { role }: Participant): boolean => reader.role !== role;

const MARKS = ['read', 'retracted', 'hidden'];
const HOUSE = ['trace', 'note'];
const QUIET = ['handoff', 'notice', 'closed', 'rating', ...HOUSE];

/** Whether the reader sees a row of its own for it. Marks change other rows; the house's events are for agents. */
export const isRow = ({ role }: Reader, { kind, body }: Content): boolean =>
  kind === 'rating' ? body.state === 'asked' : !MARKS.includes(kind) && (role === 'agent' || !HOUSE.includes(kind));

/** Whether a row is a message of somebody else that still stands. */
export const isNews = ({ mine, retracted, content }: Pick<TimelineItem, 'mine' | 'retracted' | 'content'>): boolean =>
  !(mine || retracted || QUIET.includes(content.kind));
