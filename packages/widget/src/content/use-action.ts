import type { TimelineItem } from '@xiaoer/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardAction, CardContext, CardOutcome } from './card-context.ts';

/** What a card shows of the action it asked for. */
export interface ActionState {
  /** Name of the action under way. */
  readonly busy?: string | undefined;
  /** Name of the last one that was done. */
  readonly done?: string | undefined;
  /** Why the last one was refused; empty when no reason came with it. */
  readonly refused?: string | undefined;
}

/**
 * Asks for actions of a card, one at a time: a second press while one is under way does nothing. An action that
 * rejects counts as refused without a reason; and so does one that left for the server and was refused there, or could
 * not be sent for a day: then the card, which was answered, is so no more.
 */
export function useAction(context: CardContext, item: TimelineItem) {
  const [state, setState] = useState<ActionState>({});
  const busy = useRef(false);
  const { answer } = item;
  const answered = useRef(answer);
  useEffect(() => {
    const before = answered.current;
    answered.current = answer;
    if (before && answer === undefined) setState({ refused: '' });
    else if (before === undefined && answer !== undefined) setState(({ refused: _, ...rest }) => rest);
  }, [answer]);
  const run = async (name: string, action: CardAction): Promise<CardOutcome> => {
    if (busy.current || context.reader === 'desk') return { ok: false };
    busy.current = true;
    setState(({ done }) => ({ busy: name, done }));
    const outcome = await context.act(action, item).catch((): CardOutcome => ({ ok: false }));
    busy.current = false;
    setState(({ done }) => (outcome.ok ? { done: name } : { done, refused: outcome.reason ?? '' }));
    return outcome;
  };
  return [state, run] as const;
}
