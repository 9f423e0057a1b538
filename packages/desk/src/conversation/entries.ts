import type { TimelineItem } from '@xiaoer/core';
import type { HandoffBody, Participant, TraceBody } from '@xiaoer/core/protocol';

/** What one author said without a break. */
export interface Run {
  readonly is: 'run';
  readonly key: string;
  readonly from: Participant;
  readonly side: 'shopper' | 'house';
  readonly at: number;
  readonly items: readonly TimelineItem[];
  /** How the bot came to these lines. */
  readonly trace?: TraceBody | undefined;
}

/** A line in the middle: somebody came or went. */
export interface Line {
  readonly is: 'line';
  readonly key: string;
  readonly item: TimelineItem;
  readonly mark:
    | { readonly kind: 'handoff'; readonly body: HandoffBody; readonly waitedMs?: number | undefined }
    | { readonly kind: 'closed' }
    | { readonly kind: 'rating'; readonly score: string }
    | { readonly kind: 'notice'; readonly text: string };
}

/** A line that only colleagues see. */
export interface NoteEntry {
  readonly is: 'note';
  readonly key: string;
  readonly item: TimelineItem;
  readonly text: string;
}

/** What the timeline of the desk draws. */
export type Entry = Run | Line | NoteEntry;

/** Words of one author further apart than this start a new run, in milliseconds. */
const RUN_MS = 5 * 60_000;

/** Traces come last in their batch: each belongs to the bot's lines right before it. */
function tracesByReply(items: readonly TimelineItem[]): ReadonlyMap<string, TraceBody> {
  const traces = new Map<string, TraceBody>();
  let batch: string | undefined;
  for (const item of items) {
    if (item.content.kind === 'trace') {
      if (batch) traces.set(batch, item.content.body);
      batch = undefined;
    } else if (item.from.role !== 'bot') batch = undefined;
    else if (item.content.kind !== 'handoff') batch ??= item.key;
  }
  return traces;
}

function markOf(item: TimelineItem, requestedAt: number | undefined): Line['mark'] | undefined {
  const { content } = item;
  switch (content.kind) {
    case 'handoff': {
      if (content.body.state === 'queued' && !content.body.leave) return undefined;
      const waited = content.body.state === 'joined' && requestedAt !== undefined;
      return { kind: 'handoff', body: content.body, waitedMs: waited ? item.at - requestedAt : undefined };
    }
    case 'closed':
      return { kind: 'closed' };
    case 'rating':
      return item.answer ? { kind: 'rating', score: item.answer } : undefined;
    case 'notice':
      return { kind: 'notice', text: content.body.text };
    default:
      return undefined;
  }
}

const UNDRAWN: readonly string[] = ['trace', 'read', 'retracted', 'hidden', 'handoff', 'closed', 'rating', 'notice'];

/** The timeline as runs, lines and notes. A pure function of the items. */
export function entriesOf(items: readonly TimelineItem[]): readonly Entry[] {
  const traces = tracesByReply(items);
  const entries: Entry[] = [];
  let requestedAt: number | undefined;
  for (const item of items) {
    const { content } = item;
    if (content.kind === 'handoff' && content.body.state === 'requested') requestedAt ??= item.at;
    const mark = markOf(item, requestedAt);
    if (mark) entries.push({ is: 'line', key: item.key, item, mark });
    if (content.kind === 'handoff' && content.body.state !== 'queued' && content.body.state !== 'requested')
      requestedAt = undefined;
    if (content.kind === 'note') entries.push({ is: 'note', key: item.key, item, text: content.body.text });
    if (content.kind === 'note' || UNDRAWN.includes(content.kind)) continue;

    const last = entries.at(-1);
    const trace = traces.get(item.key);
    if (last?.is === 'run' && last.from.id === item.from.id && !trace && item.at - last.at < RUN_MS) {
      entries[entries.length - 1] = { ...last, items: [...last.items, item] };
    } else {
      const side = item.from.role === 'shopper' ? 'shopper' : 'house';
      entries.push({ is: 'run', key: item.key, from: item.from, side, at: item.at, items: [item], trace });
    }
  }
  return entries;
}

const sameItems = (a: readonly TimelineItem[], b: readonly TimelineItem[]): boolean =>
  a.length === b.length && a.every((item, n) => item === b[n]);

/** The entries after a change, those that say the same as before as the same objects: they need not be drawn again. */
export function keepEntries(before: readonly Entry[], after: readonly Entry[]): readonly Entry[] {
  const known = new Map(before.map((entry) => [entry.key, entry]));
  return after.map((entry) => {
    const old = known.get(entry.key);
    if (old?.is === 'run' && entry.is === 'run')
      return sameItems(old.items, entry.items) && old.trace === entry.trace ? old : entry;
    if (old?.is === 'line' && entry.is === 'line')
      return old.item === entry.item && JSON.stringify(old.mark) === JSON.stringify(entry.mark) ? old : entry;
    return entry;
  });
}

/** The newest own message that the shopper has read, where the shopper's mark is at `upTo`. */
export function seenKeyOf(entries: readonly Entry[], upTo: number): string | undefined {
  for (let n = entries.length - 1; n >= 0; n--) {
    const entry = entries[n];
    if (entry?.is !== 'run') continue;
    const read = entry.items.filter(({ mine, seq }) => mine && seq !== undefined && seq <= upTo).at(-1);
    if (read) return read.key;
  }
  return undefined;
}
