/*
 * The second stage: everything that an open panel in which one can chat does not need, with its own sheet. Fetched in
 * one chunk after the panel has been painted and the link is there, or when one of these is wanted.
 */
export { inWords } from '../content/in-words.ts';
export { formats } from '../locales/format.ts';
export { announceHandoff } from './announce-handoff.ts';
export { ConsentQuestion } from './consent-question.tsx';
export { EmojiButton, EmojiDrawer } from './emoji-drawer.tsx';
export { extrasStyles } from './extras-styles.ts';
export { FailedActions } from './failed-actions.tsx';
export { Describe, FocusStrip } from './focus-strip.tsx';
export { Menu } from './menu.tsx';
export { perform } from './perform.ts';
export { Questions } from './questions.tsx';
export { createReading, Older, Pill } from './reading.tsx';
export { Sheet } from './sheet.tsx';
export { TypingRow } from './typing.tsx';
export { Waiter } from './waiter.tsx';
