import {
  type ChatEvent,
  type HandoffBody,
  type HandoffReason,
  isFormAnswer,
  type Participant,
  readContent,
} from '@xiaoer/core/protocol';
import { BOT_SERVES, foldServing, type Serving } from '@xiaoer/core/view';
import { type Episode, foldSaid, foldTurnover } from './episode.ts';

/** A streamed reply that has begun. */
export interface OpenStream {
  readonly seq: number;
  readonly id: string;
  /** The opening's text: what is left of it if whoever writes it is gone. */
  readonly text: string;
}

/** The first line that a shopper has not seen: its number, and when it was said, milliseconds since 1970. */
export interface Unread {
  readonly seq: number;
  readonly at: number;
}

/** What the house knows of a conversation without reading it again: a fold over its log. */
export interface Projection {
  serving: Serving;
  /** `seq` of the newest shopper event that wants an answer; 0 before any. */
  asked: number;
  /** Up to here the bot has answered, or a person has taken care. */
  answered: number;
  /** The house gave the conversation back and the bot has not yet spoken about it. */
  owed?: { readonly seq: number; readonly reason: HandoffReason } | undefined;
  /** The opening of a streamed reply that has no final yet. */
  stream?: OpenStream | undefined;
  /** Dialogue state out of the newest trace. */
  state?: Readonly<Record<string, unknown>> | undefined;
  /** Head start in the queue of the handoff in progress, in milliseconds. */
  headStartMs: number;
  /** The group that it was passed on to last. */
  group?: string | undefined;
  /** The colleague who passed it on to the agent who has it. */
  givenBy?: { readonly id: string; readonly name: string } | undefined;
  /** Agents whom a note asks to look, until they do something here. */
  mentions: readonly string[];
  /** By when the shopper was promised to hear, and who promised; done by the next line of an agent. */
  promise?: { readonly due: number; readonly by: { readonly id: string; readonly name: string } } | undefined;
  /** `seq` of a handoff request that the house has not yet confirmed or declined. */
  unconfirmed?: number | undefined;
  /** Since when the agent holds it, milliseconds since 1970. */
  joinedAt?: number | undefined;
  /** How long the last agent held it, and until when. */
  held?: { readonly ms: number; readonly until: number } | undefined;
  /** `seq` of the newest line of an agent. */
  agentSpoke: number;
  /** Handoff requests that nobody could take, by `seq`. */
  declined: readonly number[];
  /** The newest message that was left and that no agent has taken care of. */
  left?: ChatEvent | undefined;
  /** Messages that were taken back, by `seq`: their words are the house's own from then on. */
  readonly retracted: Set<number>;
  /** How far each author has read, and the number of the mark that says so. */
  readonly read: Map<string, { readonly upTo: number; readonly seq: number }>;
  /** The newest line of shopper or agent. */
  last?: ChatEvent | undefined;
  /** When the newest line was said, milliseconds since 1970. */
  lineAt?: number | undefined;
  /** Since when the shopper has the last word, milliseconds since 1970, and `seq` of the first of those words. */
  waitingSince?: number | undefined;
  waitingSeq?: number | undefined;
  /** The wait that the shopper was told of last, by the number it is named after. */
  told?: number | undefined;
  /** What a person or the house said last and the shopper has not seen: the first of it. */
  unread?: Unread | undefined;
  /** What people did here, since a person was asked for last. */
  episode?: Episode | undefined;
  /** 0 … 1, out of the newest trace. */
  anger?: number | undefined;
  /** The shopper as of the newest event. */
  shopper?: Participant | undefined;
}

/** A conversation without events. */
export const emptyProjection = (): Projection => ({
  serving: BOT_SERVES,
  asked: 0,
  answered: 0,
  headStartMs: 0,
  agentSpoke: 0,
  declined: [],
  mentions: [],
  retracted: new Set(),
  read: new Map(),
});

/** Who was passed on has waited once already. */
const PASSED_ON_MS = 240_000;

const MARKS = new Set([
  'final',
  'handoff',
  'rating',
  'retracted',
  'read',
  'closed',
  'trace',
  'note',
  'claimed',
  'hidden',
]);
const ASKING = new Set(['text', 'form', 'product', 'order', 'image', 'voice', 'file', 'sticker']);

/** Whether an event is a line that people read, not a mark, a change of who speaks, or a matter of the house. */
export const isLine = (kind: string): boolean => !MARKS.has(kind);

/** Whether a shopper's event wants an answer of the bot. */
export const wantsAnswer = (event: ChatEvent): boolean => event.from.role === 'shopper' && ASKING.has(event.kind);

function foldLine(projection: Projection, event: ChatEvent): void {
  projection.lineAt = event.at;
  const { role } = event.from;
  if (role === 'shopper') projection.unread = undefined;
  else if (role !== 'bot') projection.unread ??= { seq: event.seq, at: event.at };
  // What the house tells is no answer to anybody.
  if (role === 'system') return;
  projection.episode = foldSaid(projection.episode, event, projection.serving);
  // In a list one looks for what people said; what the bot answered is inside.
  if (event.from.role === 'shopper' || event.from.role === 'agent') projection.last = event;
  // Once somebody talks with an agent, the message is part of that talk.
  if (projection.serving.mode === 'agent') projection.left = undefined;
  if (event.from.role !== 'shopper') {
    projection.waitingSince = undefined;
    projection.waitingSeq = undefined;
    if (event.from.role === 'agent') {
      projection.agentSpoke = event.seq;
      projection.promise = undefined;
    }
    return;
  }
  projection.waitingSince ??= event.at;
  projection.waitingSeq ??= event.seq;
  if (!wantsAnswer(event)) return;
  projection.asked = event.seq;
  if (event.kind === 'form' && isFormAnswer(event.body) && projection.declined.includes(event.body.to ?? 0))
    projection.left = event;
}

/** Rule 15: an opening is open until its final. */
function foldStream(projection: Projection, { seq, id, kind, body }: ChatEvent): void {
  if (kind === 'final' && body['of'] === projection.stream?.seq) projection.stream = undefined;
  if (kind === 'text' && body['streaming'] === true) projection.stream = { seq, id, text: String(body['text']) };
}

function foldTrace(projection: Projection, event: ChatEvent): void {
  const { turn, state, mood, headStartMs } = event.body;
  if (typeof turn === 'number') {
    projection.answered = Math.max(projection.answered, turn);
    if (projection.owed && projection.owed.seq <= turn) projection.owed = undefined;
  }
  if (typeof state === 'object' && state !== null) projection.state = state as Readonly<Record<string, unknown>>;
  if (typeof headStartMs === 'number') projection.headStartMs = headStartMs;
  const anger = (mood as { readonly anger?: unknown } | undefined)?.anger;
  if (typeof anger === 'number') projection.anger = anger;
}

/** That a wait takes long is named `house:CAUSE:wait`; a message may be left there as where nobody is. */
function foldTold(projection: Projection, { seq, id, body }: ChatEvent): void {
  if (body['state'] !== 'queued' || body['leave'] !== true) return;
  projection.told = Number(id.split(':')[1]);
  projection.declined = [...projection.declined.slice(-9), seq];
}

function foldHandover(projection: Projection, event: ChatEvent): void {
  if (event.kind === 'handoff') foldTold(projection, event);
  const before = projection.serving;
  const now = foldServing(before, event);
  projection.serving = now;
  projection.episode = foldTurnover(projection.episode, event, before, now);
  if (event.kind === 'handoff' && event.body['state'] === 'queued') projection.unconfirmed = undefined;
  if (now === before) return;
  projection.unconfirmed = now.mode === 'queued' ? event.seq : undefined;
  const { role, id, name = id } = event.from;
  const { group, agent } = event.body as unknown as HandoffBody;
  // Whose matter it is stays so with the bot and with a shopper who asks again; an agent may pass it on to all.
  if (now.mode === 'queued' && (group !== undefined || role === 'agent')) projection.group = group;
  projection.givenBy = now.mode === 'agent' && role === 'agent' && agent?.id !== id ? { id, name } : undefined;
  if (now.mode === 'queued') {
    // Of the bot it is told by the trace of its answer.
    projection.headStartMs = role === 'agent' || role === 'system' ? PASSED_ON_MS : 0;
    projection.owed = undefined;
  }
  if (now.mode === 'agent') {
    projection.joinedAt = event.at;
    projection.owed = undefined;
    return;
  }
  if (before.mode === 'agent') {
    projection.held = { ms: event.at - (projection.joinedAt ?? event.at), until: event.at };
    // What an agent handed back is settled; what was left unanswered when he vanished or was sent away is not.
    const settled = event.from.role === 'agent' ? event.seq : projection.agentSpoke;
    // He may have answered by mail or phone.
    if (event.from.role === 'agent') projection.left = undefined;
    projection.answered = Math.max(projection.answered, settled);
  }
  projection.joinedAt = undefined;
  if (now.mode !== 'bot') return;
  if (event.body['state'] === 'declined') projection.declined = [...projection.declined.slice(-9), event.seq];
  else if (event.from.role === 'system' && now.reason) projection.owed = { seq: event.seq, reason: now.reason };
}

function foldClaim(projection: Projection, event: ChatEvent): void {
  const { kind, body } = readContent(event);
  if (kind !== 'claimed') return;
  projection.shopper = { role: 'shopper', ...body.account };
  const mark = projection.read.get(body.visitor);
  if (mark) projection.read.set(body.account.id, mark);
}

function foldRetracted(projection: Projection, event: ChatEvent): void {
  const { kind, body } = readContent(event);
  if (kind !== 'retracted') return;
  projection.retracted.add(body.target);
  if (projection.left?.seq === body.target) projection.left = undefined;
  if (projection.last?.seq === body.target) projection.last = undefined;
}

function foldRead(projection: Projection, event: ChatEvent): void {
  const { kind, body } = readContent(event);
  if (kind !== 'read' || body.upTo <= (projection.read.get(event.from.id)?.upTo ?? 0)) return;
  projection.read.set(event.from.id, { upTo: body.upTo, seq: event.seq });
  if (event.from.role !== 'shopper' || body.upTo < (projection.unread?.seq ?? 0)) return;
  const { agentSpoke } = projection;
  projection.unread = agentSpoke > body.upTo ? { seq: agentSpoke, at: event.at } : undefined;
}

function foldNote(projection: Projection, event: ChatEvent): void {
  const { kind, body } = readContent(event);
  const asked = (kind === 'note' && body.mentions) || [];
  const { id, name = id } = event.from;
  if (kind === 'note' && body.due !== undefined) projection.promise = { due: body.due, by: { id, name } };
  projection.mentions = [...new Set([...projection.mentions, ...asked])].filter((agent) => agent !== id);
}

/** Takes in one more event. Cheap: nothing is parsed that the house does not need. */
export function fold(projection: Projection, event: ChatEvent): void {
  if (event.from.role === 'shopper') projection.shopper = event.from;
  if (event.kind === 'note' || (event.from.role === 'agent' && projection.mentions.length > 0))
    foldNote(projection, event);
  if (event.from.role === 'bot') foldStream(projection, event);
  if (isLine(event.kind)) foldLine(projection, event);
  else if (event.kind === 'trace') foldTrace(projection, event);
  else if (event.kind === 'claimed') foldClaim(projection, event);
  else if (event.kind === 'retracted') foldRetracted(projection, event);
  else if (event.kind === 'read') foldRead(projection, event);
  else if (event.kind === 'handoff' || event.kind === 'closed') foldHandover(projection, event);
}
