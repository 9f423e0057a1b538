import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../text/language.ts';
import { normalise } from '../text/normalise.ts';
import { type BestReply, bestReply } from './best-reply.ts';
import type { Candidate } from './candidates.ts';
import type { Change } from './change.ts';
import { clusterSteps, type Group } from './cluster.ts';
import { ALIKE, termsOf } from './terms-of.ts';

/** An answer of the merchant that could be meant, and what speaks for it. */
export interface SuggestedAnswer {
  readonly id: string;
  /** How many candidates of the group name it: a person gave it, or the shopper chose it. */
  readonly votes: number;
  /** How many times it was laid before a person who wrote something else, or did not help. */
  readonly against: number;
}

/** What many shoppers asked in their own words, and what could be learnt from it. */
export interface Lesson {
  /** The same for the same question as long as it is asked: the words of its centre. */
  readonly id: string;
  /** Questions, and the conversations that they were asked in. */
  readonly count: number;
  readonly conversations: number;
  readonly lang: Language;
  readonly why: Readonly<Record<Candidate['why'], number>>;
  /** Milliseconds since 1970. */
  readonly first: number;
  readonly newest: number;
  /** In words that differ, the one that all are like first. */
  readonly examples: readonly {
    readonly text: string;
    readonly lang: Language;
    readonly count: number;
    readonly conversation: string;
    readonly turn: number;
  }[];
  /** The existing answer that it is about; absent: it wants an answer of its own. */
  readonly suggested?: SuggestedAnswer | undefined;
  readonly reply?: BestReply | undefined;
  /** The change that this suggests; absent where nobody has answered it. */
  readonly change: readonly Change[];
  readonly members: readonly Candidate[];
}

/** Examples of a lesson, and phrasings that are suggested of it. */
const EXAMPLES = 5;
const PHRASINGS = 8;
/** A question that is asked and an answer that is given again and again are compared with this: votes of at least a third. */
const ENOUGH = 1 / 3;
/** Other questions that tell how rare a word is. */
const BESIDE = 2_000;
/** Longest question of an answer. */
const LONGEST = 300;

const keyOf = (text: string, { vocabulary }: Knowledge): string =>
  normalise(text, vocabulary.simplify)
    .text.replace(/[\s\p{P}]+/gu, ' ')
    .trim();

/** A name out of the words: FNV-1a, as hexadecimal. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Which answer the candidates name most. */
function suggestedOf(members: readonly Candidate[], knowledge: Knowledge): SuggestedAnswer | undefined {
  const votes = new Map<string, number>();
  const against = new Map<string, number>();
  const add = (to: Map<string, number>, id: string | undefined) => {
    if (id !== undefined && knowledge.answers.has(id)) to.set(id, (to.get(id) ?? 0) + 1);
  };
  for (const { picked, chosen, rejected, given } of members) {
    add(votes, picked?.id ?? chosen);
    for (const id of rejected) add(against, id);
    add(against, given);
  }
  const [best] = [...votes]
    .map(([id, n]): SuggestedAnswer => ({ id, votes: n, against: against.get(id) ?? 0 }))
    .sort((a, b) => b.votes - b.against - (a.votes - a.against) || (a.id < b.id ? -1 : 1));
  const answered = members.filter(({ reply, chosen }) => reply || chosen).length;
  return best && best.votes > best.against && best.votes >= answered * ENOUGH ? best : undefined;
}

function lessonOf(
  group: Group,
  texts: readonly { readonly key: string; readonly said: readonly Candidate[] }[],
  knowledge: Knowledge,
): Lesson {
  const own = group.members.map(({ at }) => texts[at] as (typeof texts)[number]);
  const members = own.flatMap(({ said }) => said);
  const examples = own.flatMap(({ said }) => {
    const [first] = said;
    return first
      ? [
          {
            text: first.text,
            lang: first.lang,
            count: said.length,
            conversation: first.conversation,
            turn: first.turn,
          },
        ]
      : [];
  });
  const [centre, ...others] = examples;
  const suggested = suggestedOf(members, knowledge);
  const reply = bestReply(members);
  const why = { 'handed-over': 0, abstained: 0, disliked: 0 };
  const langs = new Map<Language, number>();
  for (const one of members) {
    why[one.why] += 1;
    langs.set(one.lang, (langs.get(one.lang) ?? 0) + 1);
  }
  const [lang = 'en'] = [...langs].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const id = nameOf(texts[group.centre]?.key ?? '');
  // What is said often speaks for more shoppers than what is said in other words.
  const shown = [...(centre ? [centre] : []), ...others.sort((a, b) => b.count - a.count)];
  const phrasings = shown.filter(({ text }) => text.length <= LONGEST).slice(0, PHRASINGS);
  return {
    id,
    count: members.length,
    conversations: new Set(members.map(({ conversation }) => conversation)).size,
    lang,
    why,
    first: Math.min(...members.map(({ at }) => at)),
    newest: Math.max(...members.map(({ at }) => at)),
    examples: shown.slice(0, EXAMPLES),
    suggested,
    reply,
    change: suggestedChange(id, phrasings, suggested, reply, lang),
    members,
  };
}

function suggestedChange(
  id: string,
  phrasings: Lesson['examples'],
  suggested: SuggestedAnswer | undefined,
  reply: BestReply | undefined,
  lang: Language,
): readonly Change[] {
  if (suggested)
    return phrasings.map((one) => ({ do: 'phrase', answer: suggested.id, text: one.text, lang: one.lang }));
  const [question, ...rest] = phrasings;
  if (!reply || !question) return [];
  return [
    {
      do: 'add',
      answer: {
        id: `learned-${id}`,
        question: { [question.lang]: question.text },
        phrasings: rest.map((one) => ({ [one.lang]: one.text })),
        answer: { [lang]: reply.text },
      },
    },
  ];
}

/** Questions of the library and the merchant, an even part of them. */
function questionsOf({ phrasings: { docs } }: Knowledge): readonly string[] {
  const questions = docs.filter(({ body }) => !body);
  const every = Math.ceil(questions.length / BESIDE);
  return questions.filter((_, n) => n % every === 0).map(({ text }) => text);
}

/**
 * Groups candidates to lessons, what most conversations asked first. In steps, between which the caller may do something else;
 * the same candidates make the same lessons.
 */
export function* lessonSteps(
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): Generator<undefined, readonly Lesson[]> {
  const byKey = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const key = keyOf(one.text, knowledge);
    if (key === '') continue;
    const list = byKey.get(key);
    if (list) list.push(one);
    else byKey.set(key, [one]);
  }
  const texts = [...byKey]
    .map(([key, said]) => ({ key, said }))
    .sort((a, b) => b.said.length - a.said.length || (a.key < b.key ? -1 : 1));
  const terms: ReadonlyMap<string, number>[] = [];
  for (const { said } of texts) {
    const named = said.flatMap(
      ({ picked, chosen, canned }) => picked?.id ?? chosen ?? (canned && `canned:${canned}`) ?? [],
    );
    terms.push(termsOf(said[0]?.text ?? '', named[0], knowledge.vocabulary));
    if (terms.length % 64 === 0) yield;
  }
  const beside: ReadonlyMap<string, number>[] = [];
  for (const text of questionsOf(knowledge)) {
    beside.push(termsOf(text, undefined, knowledge.vocabulary));
    if (beside.length % 64 === 0) yield;
  }
  const groups = yield* clusterSteps(
    terms,
    texts.map(({ said }) => said.length),
    beside,
    ALIKE,
  );
  return groups
    .map((group) => lessonOf(group, texts, knowledge))
    .sort((a, b) => b.conversations - a.conversations || b.count - a.count || (a.id < b.id ? -1 : 1));
}
