import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { TimelineItem } from '@xiaoer/core';
import type { RefObject } from 'preact';
import type { Shell } from '../shell.ts';
import { NEAR, newest, type Window } from '../window.ts';
import { createFilter } from './drawn-items.ts';
import { createHeights } from './heights.ts';
import { listChange } from './list-change.ts';
import { keepTabStop } from './row-focus.ts';
import { around, follow, followed, look } from './windowing.ts';

/** How near the beginning of what is here older messages are asked for, in CSS pixels. */
const EDGE = 600;

/** Rows that the client keeps by itself; beyond them it is told when nobody reads them any more. */
const KEPT = 500;

/** What stays in sight above the newest message, in CSS pixels. */
const ABOVE = 8;

/** How long a message that was jumped to is marked, in milliseconds. */
const FOUND_MS = 1_600;

/** The place of the reader in a long conversation, of which only a window is in the DOM. */
export interface Reading {
  /** What is to be seen of the messages; the same list while no row of it is another. */
  readonly drawn: ReadonlySignal<readonly TimelineItem[]>;
  /** The window after what has changed, told before anything is drawn from it. */
  follow(all: readonly TimelineItem[]): Window;
  /** Height of what is above and below the window, as CSS lengths. */
  space(window: Window): { readonly above: string; readonly below: string };
  /** It was drawn. */
  settle(): void;
  /** Holds the place while things grow: a picture, the keyboard, a panel that is made taller. */
  watch(): () => void;
  /** The reader has scrolled. */
  moved(): void;
  /** Arrivals that have not been in sight. */
  readonly fresh: ReadonlySignal<number>;
  /** Older messages are on their way. */
  readonly loading: ReadonlySignal<boolean>;
  /** One page further back, from the store or the server. */
  back(): void;
  toEnd(): void;
  /** Shows a message by its number, however far back it is, and puts the focus there. False when there is none. */
  jump(seq: number): Promise<boolean>;
}

/** The row that is held still while something above it changes. */
interface Anchor {
  readonly key: string | undefined;
  readonly top: number;
}

/** The first row that ends below a height. Rows stand one below the other, so half of them are out with every look. */
function firstBelow(rows: readonly HTMLElement[], top: number): HTMLElement | undefined {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const { offsetTop, offsetHeight } = rows[middle] as HTMLElement;
    if (offsetTop + offsetHeight > top) to = middle;
    else from = middle + 1;
  }
  return rows[from];
}

/**
 * Never moves what is being read; at the end it follows, but never so far that the beginning of the newest message is
 * out of sight. Where the browser anchors by itself (`overflow-anchor`) it has done so before this looks, without
 * stopping a scroll under way; at the very top no browser does, and Safari never.
 */
export function createReading(
  shell: Shell,
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  atEnd: Signal<boolean>,
): Reading {
  let view: Window = newest(0);
  /** The timeline is drawn again when this changes. */
  const turn = signal(0);
  const fresh = signal(0);
  const loading = signal(false);
  const heights = createHeights();
  const filter = createFilter<TimelineItem>((item) => shell.registry.find(item.content).frame !== 'none');
  const drawn = computed(() => filter(shell.client.value.messages.value));
  let all: readonly TimelineItem[] = [];
  let anchor: Anchor | null = null;
  let target: string | undefined;
  /** The reader has asked for the end, however long the newest message is. */
  let wanted = false;
  /** Rows may have another height than was measured. */
  let stale = true;

  const turnTo = (next: Window) => {
    if (next.start === view.start && next.end === view.end) return;
    view = next;
    turn.value++;
  };
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > [data-key]') ?? [])];
  const rowOf = (key: string | undefined) => rows().find((row) => row.dataset['key'] === key);
  const findAnchor = (element: HTMLElement): Anchor | null => {
    const { scrollTop } = element;
    const row = firstBelow(rows(), scrollTop);
    const top = row ? row.offsetTop - scrollTop : 0;
    // A scroll can be faster than what is drawn: then there is nothing to hold yet.
    return row && top < element.clientHeight ? { key: row.dataset['key'], top } : null;
  };
  const scrollTo = (element: HTMLElement, top: number) => {
    // Writing it stops a scroll under way, so it is not written for nothing.
    if (Math.abs(element.scrollTop - top) >= 1) element.scrollTop = top;
  };
  const hold = () => {
    const row = anchor && rowOf(anchor.key);
    if (!box.current) return;
    if (row && anchor) scrollTo(box.current, row.offsetTop - anchor.top);
    else anchor = findAnchor(box.current);
  };
  const stayAtEnd = (element: HTMLElement) => {
    const newestItem = all.at(-1);
    const last = list.current?.lastElementChild as HTMLElement | null | undefined;
    const isDrawn = last?.dataset['key'] === newestItem?.key;
    const end = element.scrollHeight - element.clientHeight;
    const begin = isDrawn && last && !newestItem?.mine ? last.offsetTop - ABOVE : end;
    const top = followed({ end, begin, at: element.scrollTop, wanted });
    scrollTo(element, top);
    if (!isDrawn) return;
    wanted = false;
    if (end - top > NEAR) atEnd.value = false;
  };
  const measure = () => {
    const { start } = view;
    const tops = rows().map((row) => row.offsetTop);
    for (let n = 0; n + 1 < tops.length; n++) heights.measure(start + n, (tops[n + 1] as number) - (tops[n] as number));
    stale = false;
    // At the end nothing that is looked at moves when what is above has another height.
    if (atEnd.peek() && heights.level()) turn.value++;
  };
  const settle = () => {
    const element = box.current;
    if (!element) return;
    const found = target === undefined ? undefined : rowOf(target);
    if (found) show(element, found);
    else if (atEnd.peek() && view.end === all.length) stayAtEnd(element);
  };
  /** Runs after layout and before anything is painted, and after the browser has anchored by itself. */
  const resized = () => {
    stale = true;
    if (target !== undefined || (atEnd.peek() && view.end === all.length)) settle();
    else hold();
    if (list.current) keepTabStop(list.current);
  };
  function show(element: HTMLElement, row: HTMLElement): void {
    target = undefined;
    row.scrollIntoView({ block: 'center' });
    anchor = findAnchor(element);
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.dataset['found'] = '';
    setTimeout(() => delete row.dataset['found'], FOUND_MS);
  }

  const loadOlder = async (): Promise<void> => {
    if (loading.peek()) return;
    loading.value = true;
    try {
      await shell.client.peek().loadOlder();
    } finally {
      loading.value = false;
    }
  };

  return {
    fresh,
    loading,
    drawn,
    settle,
    back: () => void loadOlder().catch(() => {}),
    follow(next) {
      void turn.value;
      if (next !== all) {
        const change = listChange(all, next);
        if (change) {
          const arrived = next.slice(next.length - change.arrived);
          // What one says oneself is always shown.
          if (arrived.at(-1)?.mine) atEnd.value = true;
          // Only what comes while one looks on moves in; history never does.
          if (arrived.length > 0 && list.current) list.current.dataset['live'] = '';
          heights.fit(change.added, next.length);
          view = follow(view, next.length, change.added, atEnd.peek());
          if (!atEnd.peek()) fresh.value += arrived.filter((item) => !item.mine).length;
        } else {
          heights.fit(-heights.length, next.length);
          view = newest(next.length);
        }
        all = next;
      }
      if (atEnd.peek() && view.end === all.length && fresh.peek() > 0) fresh.value = 0;
      return view;
    },
    space: ({ start, end }) => ({
      above: `${heights.top(start)}px`,
      below: `${heights.top(all.length) - heights.top(end)}px`,
    }),
    watch() {
      const observer = new ResizeObserver(resized);
      // What is above and below the window is padding.
      for (const element of [box.current, ...(box.current?.children ?? [])])
        if (element) observer.observe(element, { box: 'border-box' });
      return () => observer.disconnect();
    },
    moved() {
      const element = box.current;
      const first = rows()[0];
      if (!element || !first) return;
      anchor = findAnchor(element);
      if (stale) measure();
      const top = heights.top(view.start) + element.scrollTop - first.offsetTop;
      const sight = { top, height: element.clientHeight };
      turnTo(look(view, sight, heights));
      const client = shell.client.peek();
      if (element.scrollTop < EDGE && client.hasOlder.peek()) void loadOlder().catch(() => {});
      if (atEnd.peek() && view.end === all.length && all.length > KEPT) client.forgetOlder();
    },
    toEnd() {
      wanted = true;
      atEnd.value = true;
      turnTo(newest(all.length));
      settle();
    },
    async jump(seq) {
      const find = () => all.findIndex((item) => item.seq === seq);
      const oldest = () => all.find((item) => item.seq !== undefined)?.seq ?? 0;
      while (find() < 0 && shell.client.peek().hasOlder.peek()) {
        const before = oldest();
        if (before <= seq) return false;
        await loadOlder();
        // The page is drawn, and so followed, before the next one is asked for; offline none comes.
        await new Promise(requestAnimationFrame);
        if (oldest() === before) return false;
      }
      const index = find();
      if (index < 0) return false;
      atEnd.value = false;
      target = all[index]?.key;
      if (index < view.start || index >= view.end) turnTo(around(index, all.length));
      else settle();
      return true;
    },
  };
}
