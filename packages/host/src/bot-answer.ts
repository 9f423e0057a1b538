import { isObject, readContent } from '@xiaoer/core/protocol';
import type { Draft } from './append.ts';
import type { Answer } from './responder.ts';

const NO_TRACE = { decision: 'answer', confidence: 0, candidates: [] } as const;

/**
 * A bot's answer as one batch: its lines, perhaps the request for a person, and last the trace that says up to which
 * event the shopper is answered. Named `bot:n:k` after the newest event answered, so that a bot that runs twice
 * answers once. Throws if a line could not be read by anybody.
 */
export function botAnswer(turn: number, answer: Answer): readonly Draft[] {
  const drafts: Draft[] = [];
  const add = (kind: string, body: object): void => {
    const draft = { id: `bot:${turn}:${drafts.length}`, kind, body: body as Readonly<Record<string, unknown>> };
    if (!isObject(body) || readContent(draft).kind === 'unknown') throw new Error(`the bot's ${kind} is malformed`);
    drafts.push(draft);
  };
  for (const line of answer.lines) add(line.kind, line.body);
  const { handoff } = answer;
  if (handoff) add('handoff', { state: 'requested', reason: handoff.reason, group: handoff.group });
  add('trace', { ...(answer.trace ?? NO_TRACE), turn, headStartMs: handoff?.headStartMs });
  return drafts;
}

/** What the bot does when it cannot answer: never silence, but a person. */
export const botGivesUp = (): Answer => ({
  lines: [],
  handoff: { reason: 'failures' },
  trace: { decision: 'failed', confidence: 0, candidates: [] },
});
