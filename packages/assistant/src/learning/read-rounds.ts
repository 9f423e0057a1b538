import {
  type ChatEvent,
  type Content,
  fallback,
  type HandoffReason,
  isObject,
  readContent,
} from '@xiaoer/core/protocol';
import { pointers } from '../message-of.ts';
import type { Book } from './book.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Round } from './round.ts';
import { saysTheSame, wordSet } from './word-set.ts';

/** A conversation as it was recorded. */
export interface RecordedConversation {
  readonly id: string;
  readonly locale: string;
  readonly signedIn: boolean;
  /** All that are kept, in their order. */
  readonly events: readonly ChatEvent[];
}

/** Kinds of a shopper's events that want an answer. */
const ASKING = new Set(['text', 'form', 'product', 'order', 'image', 'voice', 'file', 'sticker']);
/** A rating up to this one says that it did not help. */
const LOW = 2;
/** Words in common from which on the same was asked again. */
const AGAIN = 0.8;
/** Traces that are looked through for answers which were weighed and not given, as the desk does. */
const TRACES = 3;
const LEAST_SCORE = 0.05;
const MOST_LAID = 3;

type Draft = { -readonly [K in keyof Round]: Round[K] };

interface Asked {
  readonly event: ChatEvent;
  readonly content: Content;
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];

/** Reads what shoppers said and what came of each, out of one conversation. */
export function readRounds(
  { id, locale, signedIn, events }: RecordedConversation,
  { matters, greets }: Pick<Book, 'matters' | 'greets'>,
): readonly Round[] {
  const retracted = new Set<number>();
  for (const event of events) {
    const { kind, body } = readContent(event);
    if (kind === 'retracted') retracted.add(body.target);
  }
  const rounds: Draft[] = [];
  /** What the shopper said and nobody has answered. */
  let pending: Asked[] = [];
  /** Rounds that wait for a person's words. */
  let owed: Draft[] = [];
  /** The rounds that the present words of a person belong to, and those words. */
  let answering: { readonly rounds: readonly Draft[]; readonly lines: string[] } | undefined;
  let state: Round['before'];
  let wish: HandoffReason | undefined;
  let said: string[] = [];
  let laid: { texts: readonly string[]; ids: string[] }[] = [];

  const take = (upTo: number): Draft | undefined => {
    const said = pending.filter(({ event }) => event.seq <= upTo);
    const newest = said.at(-1);
    if (!newest) return undefined;
    pending = pending.filter(({ event }) => event.seq > upTo);
    const text = said
      .map(({ content }) => fallback(content))
      .filter(Boolean)
      .join('\n');
    const round: Draft = {
      conversation: id,
      turn: newest.event.seq,
      at: newest.event.at,
      text,
      ...pointers(newest.content),
      locale,
      signedIn,
      before: state,
      laid: { texts: [], ids: [] },
    };
    return round;
  };

  /** What a turn says of the one before it. */
  const lookBack = (round: Draft): void => {
    const last = rounds.at(-1);
    if (!last?.outcome) return;
    const value = round.reply?.value;
    if (last.outcome.did === 'offered' && value?.startsWith('answer:')) last.chosen = value.slice('answer:'.length);
    if (last.outcome.did !== 'answered' || last.disliked) return;
    if (round.outcome?.did === 'person' && !matters(round.text)) last.disliked = 'person';
    else if (round.reply === undefined && saysTheSame(wordSet(last.text), wordSet(round.text)) >= AGAIN)
      last.disliked = 'again';
    else last.followed = true;
  };

  for (const event of events) {
    if (retracted.has(event.seq)) continue;
    const content = readContent(event);
    const { role } = event.from;
    if (role === 'bot' && (content.kind === 'text' || content.kind === 'final')) said.push(content.body.text);
    if (role === 'shopper' && ASKING.has(content.kind)) {
      pending.push({ event, content });
      answering = undefined;
    } else if (content.kind === 'handoff' && content.body.state === 'requested') {
      wish = content.body.reason ?? 'wish';
      const last = rounds.at(-1);
      if (role === 'shopper' && last?.outcome?.did === 'answered' && pending.length === 0) {
        last.disliked ??= 'person';
        owed = [last];
      }
    } else if (content.kind === 'rating' && content.body.state === 'given') {
      const last = rounds.findLast((round) => round.outcome?.did === 'answered' || round.answered);
      const low = (content.body.score ?? LOW + 1) <= LOW;
      if (last?.outcome?.did === 'answered' && low) last.disliked ??= 'rating';
      else if (last) last.followed = true;
    } else if (content.kind === 'trace') {
      const { body } = content;
      const round = take(body.turn);
      const ids = body.candidates
        .filter(({ kind, score, used }) => kind === 'answer' && score >= LEAST_SCORE && !used)
        .sort((a, b) => b.score - a.score)
        .map((one) => one.id);
      const brief = body.state?.['brief'];
      laid = [{ texts: isObject(brief) ? texts(brief['replies']) : [], ids }, ...laid].slice(0, TRACES);
      if (round) {
        round.outcome = outcomeOf(body, wish);
        round.said = said.join('\n');
        lookBack(round);
        const { did } = round.outcome;
        const before = rounds.at(-1);
        rounds.push(round);
        if (did === 'person')
          owed = matters(round.text) ? [round] : owed.length > 0 ? owed : before?.disliked === 'person' ? [before] : [];
        else if (did !== 'talk') owed = did === 'answered' ? [] : [round];
      }
      state = body.state ?? state;
      wish = undefined;
      said = [];
    } else if (role === 'agent' && content.kind === 'text') {
      const { text } = content.body;
      if (answering) {
        answering.lines.push(text);
      } else if (!greets(text)) {
        const own = owed.length === 0 && pending.length > 0 ? take(event.seq) : undefined;
        pending = [];
        if (own) {
          rounds.push(own);
          owed = [own];
        }
        const offered = {
          texts: laid.find((one) => one.texts.length > 0)?.texts ?? [],
          ids: laid.find(({ ids }) => ids.length > 0)?.ids.slice(0, MOST_LAID) ?? [],
        };
        for (const round of owed) {
          // What was laid before the person was found for words that the assistant read, not for later ones.
          if (round !== own) round.laid = offered;
        }
        answering = { rounds: owed, lines: [text] };
        owed = [];
        laid = [];
      }
      if (answering)
        for (const round of answering.rounds)
          round.answered = { text: answering.lines.join('\n'), agent: event.from.id, seq: event.seq };
    } else if (content.kind === 'closed') {
      owed = [];
      pending = [];
      answering = undefined;
    }
  }
  return rounds;
}
