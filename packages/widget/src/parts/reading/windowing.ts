import { newest, PAGE, type Window } from '../window.ts';
import type { Heights } from './heights.ts';

/** Most items in the DOM at one time. */
export const MOST = 160;

/** What is drawn beyond each edge of what is in sight, in CSS pixels. A fling goes some 3,000 in a second. */
export const BEYOND = 1_000;

/** Where the reader looks: from `top`, counted from the beginning of the first row, `height` far. */
export interface Sight {
  readonly top: number;
  readonly height: number;
}

/** At most {@link MOST} rows, of those asked for the ones round the middle. */
function within({ start, end }: Window, length: number): Window {
  const from = Math.max(0, start + Math.max(0, Math.floor((end - start - MOST) / 2)));
  return { start: from, end: Math.min(length, end, from + MOST) };
}

/** The rows in sight and some beyond; the same window as long as that half as far beyond is in it. */
export function look(window: Window, { top, height }: Sight, heights: Heights): Window {
  const needed = { start: heights.at(top - BEYOND / 2), end: heights.at(top + height + BEYOND / 2) + 1 };
  if (window.start <= needed.start && needed.end <= window.end) return window;
  return within({ start: heights.at(top - BEYOND), end: heights.at(top + height + BEYOND) + 1 }, heights.length);
}

/** The rows round one. */
export const around = (index: number, length: number): Window =>
  within({ start: index - PAGE / 2, end: index + PAGE / 2 }, length);

/**
 * The window after the timeline has changed. `added` items came before its first one, or, less than 0, went from there.
 * At the end it follows; above it stays with what is being read.
 */
export function follow(window: Window, length: number, added: number, atEnd: boolean): Window {
  const clamp = (index: number) => Math.max(0, Math.min(length, index + added));
  const [from, to] = [clamp(window.start), clamp(window.end)];
  // Where what was read is gone there is nothing to stay with.
  if (!atEnd) return from < to ? { start: from, end: to } : newest(length);
  const start = Math.min(from, Math.max(0, length - PAGE));
  return { start: length - start > MOST ? length - PAGE : start, end: length };
}

/**
 * How far the panel scrolls for the newest message: to its `end`, but not past its `begin`ning, unless the reader has
 * `wanted` the end or is past the beginning already. All in CSS pixels of scroll offset.
 */
export const followed = (offsets: {
  readonly end: number;
  readonly begin: number;
  readonly at: number;
  readonly wanted: boolean;
}): number => {
  const { end, begin, at, wanted } = offsets;
  return wanted || at > begin + 1 ? end : Math.min(end, begin);
};
