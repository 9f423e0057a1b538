import type { HandoffReason, TraceBody } from '@xiaoer/core/protocol';
import type { Outcome } from './round.ts';

const UNKNOWN = new Set(['unknown', 'empty-shop', 'topic-unknown', 'failed', 'cut']);
const OFFERED = new Set(['clarify', 'which-kind', 'which-product', 'which-task', 'sign-in']);
const TALK = new Set([
  'greet',
  'thanks',
  'bye',
  'bot',
  'glad',
  'nothing-open',
  'forgotten',
  'go-on',
  'leave-message',
  'message-left',
  'returned',
  'robot-only',
  'load',
]);

/** Goods that might be meant, and what is shown beside them. */
const GUESSED = new Set(['search', 'about', 'related', 'compare']);

/** What the assistant did, out of the trace that it left. */
export function outcomeOf(
  { decision, source, confidence, candidates }: Pick<TraceBody, 'decision' | 'source' | 'confidence' | 'candidates'>,
  handed: HandoffReason | undefined,
): Outcome {
  const best = new Map<string, number>();
  for (const { kind, id, score } of candidates)
    if (kind === 'answer' && score > (best.get(id) ?? -1)) best.set(id, score);
  const near = [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
  const rest = { confidence, near };
  if (handed !== undefined || decision === 'handoff') return { did: 'person', reason: handed, ...rest };
  if (UNKNOWN.has(decision)) return { did: 'unknown', ...rest };
  if (OFFERED.has(decision)) return { did: 'offered', ...rest };
  if (TALK.has(decision)) return { did: 'talk', ...rest };
  const named = source === undefined ? decision : `${decision}:${source}`;
  const given = decision === 'answer' && source !== undefined ? source : named;
  return { did: 'answered', given, ...(GUESSED.has(decision) ? { guessed: true } : {}), ...rest };
}
