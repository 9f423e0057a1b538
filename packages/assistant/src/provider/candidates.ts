import { answersByLibrary } from '../dialogue/by-library.ts';
import { giveAnswer } from '../dialogue/give-answer.ts';
import type { Plan } from '../dialogue/plan.ts';
import { tellPolicy } from '../dialogue/tell-policy.ts';
import { pick } from '../knowledge/localized.ts';
import { composingFor } from '../reply/composing.ts';
import { clip } from '../text/clip.ts';
import { CHIPS_BAND } from '../understanding/bands.ts';
import { circumstancesOf, mayGive } from '../understanding/circumstances.ts';
import type { Doubt } from './doubt.ts';

/** Something of the merchant that could be what is asked for. */
export interface Candidate {
  /** `answer:ID` or `policy:TOPIC`. */
  readonly id: string;
  readonly text: string;
  readonly plan: Plan;
}

/** How many a provider chooses among. */
const MOST = 8;

/** Matters that a message may be about, the likeliest first. */
export const topicsOf = ({ context: { said } }: Pick<Doubt, 'context'>): readonly string[] => [
  ...new Set([
    ...(said.intents?.ranked ?? []).map(({ label }) => label),
    ...said.readings.flatMap(({ kind, id }) => (kind === 'intent' ? [id] : [])),
  ]),
];

/**
 * Ids of the merchant's answers that may be meant, the likeliest first. Where the shop has so few that all of them can be
 * looked at, all of them are: shoppers ask in words that nobody wrote down.
 *
 * @param near - ids of answers that were found by their meaning, after those whose words are likely.
 */
export const answersOf = ({ context }: Pick<Doubt, 'context'>, near: readonly string[] = []): readonly string[] => {
  const { said, message, state, knowledge } = context;
  const own = said.readings.filter(({ kind }) => kind === 'answer');
  const likely = own.filter(({ confidence }) => confidence >= CHIPS_BAND);
  const now = circumstancesOf(message, state, knowledge);
  const linked = topicsOf({ context }).flatMap((topic) =>
    (knowledge.phrasings.byTopic.get(topic) ?? []).slice(0, 2).map(({ id }) => id),
  );
  const few = knowledge.answers.size <= MOST ? [...knowledge.answers.keys()] : [];
  const ids = [...likely.map(({ id }) => id), ...near, ...own.map(({ id }) => id)];
  const found = new Set([...ids, ...answersByLibrary(context), ...linked, ...few]);
  return [...found].filter((id) => knowledge.answers.has(id) && mayGive(id, now, knowledge));
};

/** The candidates of a doubt, the likeliest first: the merchant's answers, then what its policies promise. */
export function candidatesOf(doubt: Doubt, near: readonly string[] = []): readonly Candidate[] {
  const { context } = doubt;
  const { said, knowledge } = context;
  const { t } = composingFor({ knowledge, lang: said.lang });
  const sure = (id: string) => said.readings.find((one) => one.kind === 'answer' && one.id === id)?.confidence;
  const answers = answersOf(doubt, near).flatMap((id): readonly Candidate[] => {
    const text = clip(pick(knowledge.answers.get(id)?.question, said.lang), 200);
    const plan = giveAnswer(context, id, sure(id) ?? said.intents?.right ?? 0);
    // What was answered in the turn before did not help.
    return text === '' || plan.failed ? [] : [{ id: `answer:${id}`, text, plan }];
  });
  const policies = topicsOf(doubt).flatMap((topic): readonly Candidate[] => {
    const plan = tellPolicy(context, topic, said.intents?.right ?? 0);
    return plan ? [{ id: `policy:${topic}`, text: t.topics[topic] ?? topic, plan }] : [];
  });
  const firstPolicies = policies.slice(0, 3);
  return [...answers.slice(0, MOST - firstPolicies.length), ...firstPolicies];
}
