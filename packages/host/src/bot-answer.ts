import type { Log } from '@xiaoer/core/env';
import { type Content, type FinalBody, isObject, LIMITS, readContent, utf8Bytes } from '@xiaoer/core/protocol';
import type { Draft } from './append.ts';
import { isLine, type OpenStream } from './projection.ts';
import type { Said } from './read-pieces.ts';
import type { Answer } from './responder.ts';

const NO_TRACE = { decision: 'answer', confidence: 0, candidates: [] } as const;

/**
 * What a bot may say: lines, that nobody is there so that a message can be left, and the wish for a rating. Who speaks,
 * and what shoppers did, is not for it to state.
 */
function mayBeSaid({ kind, body }: Content): boolean {
  if (kind === 'text' && body.streaming) return false;
  if (kind === 'rating') return body.state === 'asked';
  if (kind === 'handoff') return body.state === 'declined';
  return kind !== 'unknown' && isLine(kind) && !(kind === 'form' && 'answers' in body);
}

/** A body as the log will give it back; undefined for what is no JSON object, or too large. */
function written(body: unknown): Draft['body'] | undefined {
  try {
    const text = JSON.stringify(body);
    const tooLarge = text.length * 3 > LIMITS.bodyBytes && utf8Bytes(text) > LIMITS.bodyBytes;
    const value: unknown = tooLarge ? undefined : JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A bot's answer as one batch: its lines, perhaps the request for a person, and last the trace that says up to which
 * event the shopper is answered. Named `bot:n:k` after the newest event answered, so that a bot that runs twice
 * answers once. A line that nobody could read is left out, and its kind logged; throws if nothing else was said.
 */
export function botAnswer(turn: number, answer: Answer, log: Log): readonly Draft[] {
  const drafts: Draft[] = [];
  const add = (kind: string, given: object, fits: (content: Content) => boolean): boolean => {
    const body = written(given);
    const taken = body !== undefined && fits(readContent({ kind, body }));
    if (taken) drafts.push({ id: `bot:${turn}:${drafts.length}`, kind, body });
    else log('error', 'bot.malformed', { kind: String(kind).slice(0, 40) });
    return taken;
  };
  for (const { kind, body } of answer.lines) add(kind, body, mayBeSaid);
  const { handoff, trace } = answer;
  if (handoff) {
    const wish = { state: 'requested', reason: handoff.reason, group: handoff.group };
    if (!add('handoff', wish, ({ kind }) => kind === 'handoff')) throw new Error('the wish for a person is malformed');
  } else if (drafts.length === 0 && answer.lines.length > 0) throw new Error('no line of the answer can be read');
  const rest = { turn, headStartMs: handoff?.headStartMs };
  const isTrace = ({ kind }: Content): boolean => kind === 'trace';
  // Without a trace the shopper would count as not answered, and would be answered again.
  if (!add('trace', { ...(trace ?? NO_TRACE), ...rest }, isTrace)) add('trace', { ...NO_TRACE, turn }, isTrace);
  return drafts;
}

/** The opening of a streamed answer. One a turn: a bot that runs twice streams once. */
export const openingDraft = (turn: number, text: string): Draft => ({
  id: `bot:${turn}:stream`,
  kind: 'text',
  body: { text, streaming: true },
});

/** The turn that a streamed answer belongs to. */
export const turnOf = ({ id }: OpenStream): number => Number(id.split(':')[1]);

/** Rule 15: the end of a streamed answer. Named after the opening, so that it is recorded once. */
export const finalDraft = ({ id, seq }: OpenStream, body: Omit<FinalBody, 'of'>): Draft => ({
  id: id.replace('stream', 'final'),
  kind: 'final',
  body: { of: seq, ...body },
});

/** A streamed answer at its end: the final, and what follows it. A rest that cannot be read is a failure. */
export function streamedAnswer(open: OpenStream, turn: number, { text, cut, rest }: Said, log: Log): readonly Draft[] {
  const { streamed, ...answer } = rest ?? (cut === 'limit' ? { lines: [] } : botGivesUp());
  const whole = finalDraft(open, { text, ...streamed, cut });
  const final = readContent(whole).kind === 'final' ? whole : finalDraft(open, { text: open.text, cut: 'failed' });
  try {
    return [final, ...botAnswer(turn, answer, log)];
  } catch {
    return [final, ...botAnswer(turn, botGivesUp(), log)];
  }
}

/** A ready answer. Where an opening of an attempt before is open, the answer's first text is its final. */
export function closing(open: OpenStream | undefined, turn: number, answer: Answer, log: Log): readonly Draft[] {
  if (!open) return botAnswer(turn, answer, log);
  const first = answer.lines.find(({ kind }) => kind === 'text');
  if (first?.kind !== 'text') return streamedAnswer(open, turn, { text: open.text, cut: 'failed', rest: answer }, log);
  const { text, lang, source } = first.body;
  const lines = answer.lines.filter((line) => line !== first);
  return streamedAnswer(open, turn, { text, rest: { ...answer, lines, streamed: { lang, source } } }, log);
}

/** That a turn is over though its answer was cut off: it is not answered a second time. */
export const cutTrace = (turn: number): Draft => ({
  id: `bot:${turn}:cut`,
  kind: 'trace',
  body: { ...NO_TRACE, decision: 'cut', turn },
});

/** What the bot does when it cannot answer: never silence, but a person. */
export const botGivesUp = (): Answer => ({
  lines: [],
  handoff: { reason: 'failures' },
  trace: { decision: 'failed', confidence: 0, candidates: [] },
});
