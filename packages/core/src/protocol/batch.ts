/**
 * Bounds of one batch of frames, as a client posts them where a transport has no lasting way up. A batch is never
 * split by its reader: it is taken whole, or the link ends.
 */
export const BATCH = {
  /** Most frames of one batch. */
  frames: 32,
  /** Most bytes of UTF-8 of its frames together. */
  bytes: 65_536,
} as const;
