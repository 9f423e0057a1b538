import type { CardOutcome } from '../content/card-context.ts';
import type { Events, WidgetEvents, WidgetQuestion } from './events.ts';

/** Reads a listener's answer; everything that does not say otherwise means that it was done. */
function outcome(answer: unknown): CardOutcome {
  if (answer === false) return { ok: false };
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return { ok: true };
  const reason = 'reason' in answer && typeof answer.reason === 'string' ? answer.reason : undefined;
  return { ok: answer.ok === true, reason };
}

/** Asks the page by an event: the first answer of a listener; null when nobody listens. */
export async function askPage<E extends WidgetQuestion>(
  events: Events,
  name: E,
  detail: WidgetEvents[E],
): Promise<CardOutcome | null> {
  const answers = events.emit(name, detail);
  if (answers.length === 0) return null;
  try {
    const said = await Promise.all(answers);
    return outcome(said.find((answer) => answer !== undefined));
  } catch (error) {
    reportError(error);
    return { ok: false };
  }
}
