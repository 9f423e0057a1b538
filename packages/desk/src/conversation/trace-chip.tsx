import type { TraceBody } from '@xiaoer/core/protocol';
import type { UseDesk } from '../desk-context.ts';
import { useDesk } from '../desk-context.ts';
import { isDeskKey } from '../locales/translate.ts';

/** What the bot decided, in words; a decision this desk does not know is shown as it is named. */
export function decisionWords(decision: string, t: UseDesk['t']): string {
  const key = `decision.${decision}`;
  return isDeskKey(key) ? t(key) : decision.replaceAll(/[-_.]/g, ' ');
}

/** Why a conversation changed hands, in words. */
export function reasonWords(reason: string, t: UseDesk['t']): string {
  const key = `reason.${reason}`;
  return isDeskKey(key) ? t(key) : reason;
}

/** Two digits after the point: 0.31. */
export const scoreText = (score: number): string => score.toFixed(2);

/** How sure the bot was, and what it made of it. */
export function TraceChip({ trace }: { readonly trace: TraceBody }) {
  const { t } = useDesk();
  return <span class="trace-chip">{`${scoreText(trace.confidence)}, ${decisionWords(trace.decision, t)}`}</span>;
}
