import { type ChatEvent, isFormAnswer, isObject } from '@xiaoer/core/protocol';
import { BOT_SERVES, foldServing, type Serving } from '@xiaoer/core/view';
import { isLine } from '@xiaoer/host';
import type { QualityFold, QualityState } from '../quality/fold-quality.ts';
import { emptySession, type Session } from './facts.ts';
import { foldSaid, foldTurnover } from './fold-episode.ts';
import { hashOf } from './hash-of.ts';
import { topicsIn } from './topics-in.ts';
import { wordsIn } from './words-in.ts';

/** While the bot serves, whoever comes back after so much silence begins another session, in milliseconds. */
export const SESSION_GAP_MS = 1_800_000;

/** Handoff cards by which a message may still be left. */
const MOST_CARDS = 10;

/** What the fold over a conversation has to know to go on. It is JSON. */
export interface FactsState {
  readonly v: 1;
  /** Number of the newest event that is counted. */
  seq: number;
  readonly locale?: string;
  serving: Serving;
  owed?: number;
  /** Cards that offered to leave a message, by `seq`. */
  cards: number[];
  readonly quality: QualityState;
  /** The session that goes on. */
  session?: Session;
  /** Words of that session. */
  words: string[];
}

/** A conversation of which nothing was counted. */
export const emptyFacts = (locale?: string): FactsState => ({
  v: 1,
  seq: 0,
  ...(locale === undefined ? {} : { locale }),
  serving: BOT_SERVES,
  cards: [],
  quality: { joined: 0 },
  words: [],
});

/** A session that is over, with its words. */
export interface Finished {
  readonly session: Session;
  readonly words: readonly string[];
}

function foldTrace(session: Session, body: ChatEvent['body']): void {
  const { topics, products, orders, fallback } = topicsIn(body);
  session.turns += 1;
  session.fallback = fallback;
  for (const topic of topics) {
    const counted = session.topics[topic] ?? [0, 0];
    session.topics[topic] = [counted[0] + 1, counted[1] + (fallback ? 1 : 0)];
  }
  for (const product of products) session.products[product] = (session.products[product] ?? 0) + 1;
  for (const order of orders.map(hashOf)) if (!session.orders.includes(order)) session.orders.push(order);
  const { mood, lang } = body;
  if (typeof lang === 'string') session.lang = lang;
  if (!isObject(mood)) return;
  const [valence, anger] = [Number(mood['valence']) || 0, Number(mood['anger']) || 0];
  session.mood ??= { first: valence, last: valence, low: valence, anger };
  session.mood.last = valence;
  session.mood.low = Math.min(session.mood.low, valence);
  session.mood.anger = Math.max(session.mood.anger, anger);
}

function foldRating(session: Session, { at, body }: ChatEvent): void {
  if (body['state'] === 'asked') return void session.ratings.push({ askedAt: at });
  const score = Number(body['score']);
  if (!(score >= 1 && score <= 5)) return;
  const open = session.ratings.at(-1);
  // Who changes his mind is counted once, with the newest.
  if (open) Object.assign(open, { at, score });
  else session.ratings.push({ at, score });
}

function foldShopper(state: FactsState, session: Session, { at, kind, body }: ChatEvent): void {
  session.lines.shopper += 1;
  session.fallback = false;
  const about = body['about'];
  const product = kind === 'product' ? body['product'] : isObject(about) ? about['product'] : undefined;
  if (typeof product === 'string') session.products[product] = (session.products[product] ?? 0) + 1;
  if (kind === 'order' && typeof body['order'] === 'string') {
    const order = hashOf(body['order']);
    if (!session.orders.includes(order)) session.orders.push(order);
  }
  const episode = session.episodes.at(-1);
  if (kind === 'form' && isFormAnswer(body) && state.cards.includes(body.to ?? 0) && episode) episode.leftAt ??= at;
  if (kind !== 'text') return;
  const words = new Set(state.words);
  wordsIn(String(body['text'] ?? ''), words);
  state.words = [...words];
}

function foldLine(state: FactsState, session: Session, event: ChatEvent): void {
  const { role } = event.from;
  if (role === 'system') return;
  session.last = Math.max(session.last, event.at);
  const owed = foldSaid(session, event, state.serving, state.owed);
  if (owed === undefined) delete state.owed;
  else state.owed = owed;
  if (role === 'shopper') foldShopper(state, session, event);
  else session.lines[role] += 1;
}

function foldHandover(state: FactsState, session: Session, event: ChatEvent): void {
  const { kind, body, seq, at } = event;
  if (body['state'] === 'declined' || (body['state'] === 'queued' && body['leave'] === true))
    state.cards = [...state.cards.slice(1 - MOST_CARDS), seq];
  const now = foldServing(state.serving, event);
  if (now === state.serving) return;
  const { owed } = foldTurnover(session, event, now);
  if (owed === undefined) delete state.owed;
  else state.owed = owed;
  state.serving = now;
  session.last = Math.max(session.last, at);
  if (kind === 'closed') session.closed = typeof body['reason'] === 'string' ? body['reason'] : 'closed';
}

/**
 * Takes one more event in; changes `state`, and answers with the session that ended before it, if one did. A fold: the
 * same log gives the same facts, in however many steps it is read. Events without a body that can be read count as
 * what their kind and author say. `judge` marks what a rule of quality is about.
 */
export function foldFacts(state: FactsState, event: ChatEvent, judge?: QualityFold): Finished | undefined {
  const { seq, at, from, kind } = event;
  if (seq <= state.seq) return undefined;
  state.seq = seq;
  let finished: Finished | undefined;
  const before = state.session;
  const speaks = from.role === 'shopper' && isLine(kind);
  if (before && speaks && state.serving.mode === 'bot' && at - before.last > SESSION_GAP_MS) {
    finished = { session: before, words: state.words };
    delete state.session;
    state.words = [];
  }
  state.session ??= emptySession(at, state.locale);
  const { session } = state;
  judge?.(state.quality, session.hits, event, state.serving);
  if (isLine(kind)) foldLine(state, session, event);
  else if (kind === 'trace') foldTrace(session, event.body);
  else if (kind === 'rating') foldRating(session, event);
  else if (kind === 'handoff' || kind === 'closed') foldHandover(state, session, event);
  return finished;
}
