import type { DialogueState } from './state.ts';
import type { TurnResult } from './turn.ts';

/** Decisions that tell a shopper nothing but that nothing is known. */
const NOTHING_KNOWN = ['topic-unknown', 'empty-shop'];

/** Whether a turn knew nothing, as far as it could see: where the library is still being trained, it is worth waiting for. */
export const isUnsure = ({ state, actions, trace }: TurnResult<DialogueState>): boolean =>
  state.failures > 0 ||
  NOTHING_KNOWN.includes(trace.decision) ||
  actions.some((action) => action.do === 'handoff' && action.reason === 'failures');
