/*
 * The second stage: everything that an open panel in which one can chat does not need, with its own sheet. Fetched in
 * one chunk after the panel has been painted and the link is there, or when one of these is wanted.
 */
export { inWords } from '../content/in-words.ts';
export { richly } from '../content/rich-text.tsx';
export { SourceLine } from '../content/source-line.tsx';
export { formats } from '../locales/format.ts';
export { complete } from './complete.ts';
export { extrasStyles } from './extras-styles.ts';
export { FailedActions } from './failed-actions.tsx';
export { FocusStrip } from './focus-strip.tsx';
export { Menu } from './menu.tsx';
export { Questions } from './questions.tsx';
export { Older } from './reading/older.tsx';
export { Pill } from './reading/pill.tsx';
export { createReading } from './reading/reading.ts';
export { rowFoot } from './reading/row-foot.tsx';
export { rowHead } from './reading/row-head.tsx';
export { RowMenu } from './reading/row-menu.tsx';
export { Floating } from './sheet/floating.tsx';
export { spoken } from './spoken.ts';
export { TypingRow } from './typing.tsx';
export { Upkeep } from './upkeep/upkeep.tsx';
export { Waiter } from './waiter.tsx';
export { Above } from './writing/above.tsx';
export { PickerButton } from './writing/picker-drawer.tsx';
export { Plus } from './writing/plus.tsx';
export { recordButton } from './writing/recorder.tsx';
