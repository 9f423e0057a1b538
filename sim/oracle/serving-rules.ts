import type { ChatEvent } from '@xiaoer/core/protocol';
import { BOT_SERVES, foldServing, type Serving } from '@xiaoer/core/view';

/** Watches over who speaks in one conversation (server rule 9). */
export interface ServingRules {
  /** What is wrong with the next event, if anything. */
  next(event: ChatEvent): string | undefined;
  readonly serving: () => Serving;
  /** Who speaks after the event of that number. */
  modeAt(seq: number): Serving['mode'] | undefined;
}

/** A conversation in which nothing was said yet. */
export function createServingRules(): ServingRules {
  let serving: Serving = BOT_SERVES;
  const modes = new Map<number, Serving['mode']>();
  const wrong = ({ from, kind, body }: ChatEvent): string | undefined => {
    // What was being streamed when it was closed still gets its end, and the turn its trace.
    const cut = kind === 'final' || (kind === 'trace' && body['decision'] === 'cut');
    if (serving.mode === 'closed' && !cut && !['rating', 'read', 'claimed', 'note', 'retracted'].includes(kind))
      return `${from.role} ${kind} after the end`;
    if (from.role === 'bot' && kind === 'text' && serving.mode !== 'bot') return `the bot speaks while ${serving.mode}`;
    if (from.role === 'agent' && kind === 'text' && serving.agent?.id !== from.id)
      return `${from.id} speaks without holding it`;
    if (body['state'] === 'joined' && serving.mode === 'agent' && serving.agent?.id === from.id)
      return `${from.id} joins twice`;
    return undefined;
  };
  return {
    serving: () => serving,
    modeAt: (seq) => modes.get(seq),
    next(event) {
      const problem = wrong(event);
      serving = foldServing(serving, event);
      modes.set(event.seq, serving.mode);
      return problem;
    },
  };
}
