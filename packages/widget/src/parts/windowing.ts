import { PAGE, type Window } from './window.ts';

/** Most items in the DOM at one time. */
export const MOST = 160;

/** One page more above, and what is too much below goes. */
export function older(window: Window): Window {
  const start = Math.max(0, window.start - PAGE);
  return { start, end: Math.min(window.end, start + MOST) };
}

/** One page more below, and what is too much above goes. */
export function newer(window: Window, length: number): Window {
  const end = Math.min(length, window.end + PAGE);
  return { start: Math.max(window.start, end - MOST), end };
}

/**
 * The window after the timeline has changed. `added` items came before its first one. At the end it follows; above it
 * stays with what is being read.
 */
export function follow(window: Window, length: number, added: number, atEnd: boolean): Window {
  if (atEnd) return { start: Math.max(0, Math.min(window.start + added, length - 1), length - MOST), end: length };
  const end = Math.min(length, window.end + added);
  return { start: Math.min(window.start + added, end), end };
}
