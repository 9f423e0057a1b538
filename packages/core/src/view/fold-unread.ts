import { type ChatEvent, readContent } from '../protocol/index.ts';
import { isMessage, isMine, type Reader } from './reader.ts';

/** What somebody else said and the reader has not seen. */
export interface Unread {
  /** The reader's own last read mark. */
  readonly upTo: number;
  /** `seq` of each message of others beyond it. */
  readonly seqs: readonly number[];
}

export const NOTHING_UNREAD: Unread = { upTo: 0, seqs: [] };

/** The unread messages after a mark. */
export const readUpTo = (unread: Unread, upTo: number): Unread =>
  upTo > unread.upTo ? { upTo, seqs: unread.seqs.filter((seq) => seq > upTo) } : unread;

/** The unread messages after some more events. */
export function foldUnread(before: Unread, events: readonly ChatEvent[], reader: Reader): Unread {
  let unread = before;
  const seqs: number[] = [];
  for (const event of events) {
    const content = readContent(event);
    if (isMine(reader, event.from)) {
      if (content.kind === 'read') unread = readUpTo(unread, content.body.upTo);
    } else if (isMessage(reader, content)) seqs.push(event.seq);
  }
  const { upTo } = unread;
  return seqs.length ? { upTo, seqs: [...unread.seqs, ...seqs].filter((seq) => seq > upTo) } : unread;
}
