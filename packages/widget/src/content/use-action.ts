import type { TimelineItem } from '@xiaoer/core';
import { useRef, useState } from 'preact/hooks';
import type { CardAction, CardContext, CardOutcome } from './card-context.ts';

/** What a card shows of the action it asked for. */
export interface ActionState {
  /** Name of the action under way. */
  readonly busy?: string | undefined;
  /** Why the last one was refused; empty when no reason came with it. */
  readonly refused?: string | undefined;
}

/**
 * Asks for actions of a card, one at a time: a second press while one is under way does nothing. An action that
 * rejects counts as refused without a reason.
 */
export function useAction(context: CardContext, item: TimelineItem) {
  const [state, setState] = useState<ActionState>({});
  const busy = useRef(false);
  const run = async (name: string, action: CardAction): Promise<CardOutcome> => {
    if (busy.current || context.reader === 'desk') return { ok: false };
    busy.current = true;
    setState({ busy: name });
    const outcome = await context.act(action, item).catch((): CardOutcome => ({ ok: false }));
    busy.current = false;
    setState(outcome.ok ? {} : { refused: outcome.reason ?? '' });
    return outcome;
  };
  return [state, run] as const;
}
