import { GOODS } from '../library/weights.ts';
import { stemOf, type Tag, withoutTags, withTags } from '../selling/taste.ts';
import { readFeatures } from '../text/features.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';

/** The word that a sentence has in the place of a shape, in any of the languages. */
function wordIn(text: string, shapes: readonly RegExp[]): string | undefined {
  for (const shape of shapes) {
    const word = shape.exec(text)?.slice(1).find(Boolean);
    if (word !== undefined) return word.trim();
  }
  return undefined;
}

/** Whether a word is about goods: a liking of anything else is no taste. */
function isTaste(word: string, { knowledge }: Context): boolean {
  const { segments } = readFeatures(word, knowledge.vocabulary);
  const { index } = knowledge.catalogue;
  return segments.some(
    ({ concepts, grams, weight }) =>
      weight >= 0.3 &&
      (concepts.some((concept) => GOODS.has(concept)) ||
        (concepts.length === 0 &&
          grams.some(([key, share]) => (share >= 1 || key === `h:${stemOf(word)}`) && index.has(key)))),
  );
}

/** What a sentence tells of the shopper himself, to be remembered. */
export function tagsIn(said: Understanding, context: Context, at: number): readonly Tag[] {
  const { text } = said.normal;
  const { selling } = context.knowledge;
  const tags: Tag[] = [];
  const add = (kind: Tag['kind'], value: string | undefined) => {
    if (value !== undefined && value !== '') tags.push({ kind, value: value.slice(0, 24), from: 'said', at });
  };
  const avoids = wordIn(
    text,
    selling.map(({ avoids: shape }) => shape),
  );
  if (avoids !== undefined && isTaste(avoids, context)) add('avoids', avoids);
  const likes =
    avoids === undefined
      ? wordIn(
          text,
          selling.map(({ likes: shape }) => shape),
        )
      : undefined;
  if (likes !== undefined && isTaste(likes, context)) add('likes', likes);
  add(
    'size',
    wordIn(
      text,
      selling.map(({ size }) => size),
    )?.toUpperCase(),
  );
  if (said.slots.budget?.max !== undefined && said.features.concepts.size > 0)
    add('spends', String(said.slots.budget.max));
  return tags;
}

/** The size that a chart advised, where it was one and no choice between two. */
export function tagsOfAdvice({ steps }: Plan, at: number): readonly Tag[] {
  for (const step of steps) {
    if (step.step !== 'flow') continue;
    const { 'advice.size': size, 'advice.other': other } = step.values;
    if (typeof size === 'string' && other === undefined) return [{ kind: 'size', value: size, from: 'shop', at }];
  }
  return [];
}

/** Says what is remembered, forgets it, or takes note of what a sentence that says nothing else tells. */
export function proposeTaste(context: Context): Proposal | undefined {
  const { said, state, message } = context;
  const { tags = [] } = state;
  const { text } = said.normal;
  const plan = (decision: string, steps: Plan['steps'], kept: readonly Tag[] = tags): Proposal => ({
    confidence: 1.1,
    plan: () => ({ decision, confidence: 1, steps, state: { tags: kept } }),
  });
  const { selling } = context.knowledge;
  if (selling.some(({ recall }) => recall.test(text))) return plan('remembered', [{ step: 'remembered', tags }]);
  const forgets = selling.find(({ forget }) => forget.test(text));
  if (forgets) {
    const which = Object.entries(forgets.kinds).find(([, shape]) => shape.test(text))?.[0] ?? 'all';
    const kept = withoutTags(tags, which);
    return plan('forgotten', [{ step: 'forgotten', tags: tags.filter((tag) => !kept.includes(tag)) }], kept);
  }
  const told = tagsIn(said, context, message.at).filter(({ kind }) => kind !== 'spends');
  if (told.length === 0 || said.normal.question || said.slots.budget) return undefined;
  return { ...plan('noted', [{ step: 'noted', tags: told }], withTags(tags, told)), confidence: 0.9 };
}

/** Forgets one thing by its button. */
export function planForgotten(which: string, { state }: Context): Plan {
  const { tags = [] } = state;
  const kept = withoutTags(tags, which);
  return {
    decision: 'forgotten',
    confidence: 1,
    steps: [{ step: 'forgotten', tags: tags.filter((tag) => !kept.includes(tag)) }],
    state: { tags: kept },
  };
}
