/** Which items are in the DOM: from `start` up to and without `end`, counted in the whole timeline. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Items drawn when the panel opens, and added at an edge. */
export const PAGE = 60;

/** How near the end counts as at the end, in CSS pixels. */
export const NEAR = 48;

/** The newest page. */
export const newest = (length: number): Window => ({ start: Math.max(0, length - PAGE), end: length });
