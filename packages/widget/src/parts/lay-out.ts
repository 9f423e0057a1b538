import type { TimelineItem } from '@xiaoer/core';
import type { Frame } from '../content/renderer.ts';

/** One line of the list: a separator, or a message with its place in a run. */
export type Line =
  | { readonly is: 'day'; readonly key: string; readonly at: number }
  | { readonly is: 'unread'; readonly key: string }
  | { readonly is: 'item'; readonly key: string; readonly item: TimelineItem; readonly head: boolean };

/** Messages further apart start a new run, so that its time is told. */
const RUN_MS = 10 * 60_000;

const dayOf = (at: number): string => new Date(at).toDateString();

/** Whether an item belongs to the run of the one before it: the same author, drawn as a message, soon after. */
function continues(item: TimelineItem, before: TimelineItem, frame: (item: TimelineItem) => Frame): boolean {
  return (
    before.from.id === item.from.id &&
    before.from.role === item.from.role &&
    item.at - before.at < RUN_MS &&
    frame(before) !== 'line'
  );
}

/**
 * Drawn items as lines: a day before its first message, the unread line, and runs of one author under one head. `before`
 * is the item that comes before the first one.
 */
export function layOut(
  items: readonly TimelineItem[],
  unreadFrom: string | null,
  frame: (item: TimelineItem) => Frame,
  before?: TimelineItem,
): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    let parted = false;
    if (!before || dayOf(before.at) !== dayOf(item.at)) {
      lines.push({ is: 'day', key: `day ${dayOf(item.at)}`, at: item.at });
      parted = true;
    }
    if (item.key === unreadFrom) {
      lines.push({ is: 'unread', key: 'unread' });
      parted = true;
    }
    const head = parted || !before || !continues(item, before, frame);
    lines.push({ is: 'item', key: item.key, item, head });
    before = item;
  }
  return lines;
}
