import type { ChatEvent } from '../protocol/index.ts';
import { addRow } from './add-row.ts';
import { rowOf } from './fold-timeline.ts';
import { interpret } from './interpret.ts';
import { isMine, isOther, type Reader } from './reader.ts';
import { BOT_SERVES, foldServing, type Serving } from './serving.ts';
import type { TimelineItem } from './timeline.ts';

/** What a screen shows of a log: a pure function of its events. */
export interface ConversationView {
  readonly rows: readonly TimelineItem[];
  readonly serving: Serving;
  /** The reader's own last read mark. */
  readonly upTo: number;
  /** The furthest read mark of the other side: shopper and desk are one to the other. */
  readonly seen: number;
}

export const EMPTY_VIEW: ConversationView = { rows: [], serving: BOT_SERVES, upTo: 0, seen: 0 };

/** The number up to which a reader has seen a conversation, after one more event or op of theirs. */
export function foldRead(upTo: number, item: Parameters<typeof interpret>[0]): number {
  const { kind, body } = interpret(item);
  return kind === 'read' ? Math.max(upTo, body.upTo) : upTo;
}

/** The view after some more events. The rows are copied once a call, and those that did not change stay the same objects. */
export function foldView(view: ConversationView, events: readonly ChatEvent[], reader: Reader): ConversationView {
  const rows = [...view.rows];
  let { serving, upTo, seen } = view;
  for (const event of events) {
    addRow(rows, rowOf(event, event.from, reader), reader);
    serving = foldServing(serving, event);
    if (isMine(reader, event.from)) upTo = foldRead(upTo, event);
    if (isOther(reader, event.from)) seen = foldRead(seen, event);
  }
  return { rows, serving, upTo, seen };
}
