import type { ChatEvent } from '../protocol/index.ts';
import { foldTimeline } from './fold-timeline.ts';
import { foldUnread, NOTHING_UNREAD, type Unread } from './fold-unread.ts';
import type { Reader } from './reader.ts';
import { BOT_SERVES, foldServing, type Serving } from './serving.ts';
import type { TimelineItem } from './timeline.ts';

/** What a screen shows of a log: a pure function of its events. */
export interface ConversationView {
  readonly rows: readonly TimelineItem[];
  readonly serving: Serving;
  readonly unread: Unread;
}

export const EMPTY_VIEW: ConversationView = { rows: [], serving: BOT_SERVES, unread: NOTHING_UNREAD };

/** The view after some more events. */
export const foldView = (view: ConversationView, events: readonly ChatEvent[], reader: Reader): ConversationView => ({
  rows: foldTimeline(view.rows, events, reader),
  serving: events.reduce(foldServing, view.serving),
  unread: foldUnread(view.unread, events, reader),
});
