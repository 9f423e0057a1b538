import { GOODS } from '../library/weights.ts';
import { stemOf, type Tag, withoutTags, withTags } from '../selling/taste.ts';
import { readFeatures } from '../text/features.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';

const LIKES =
  /(?:我|平时|一直|比较|最|更)+(?:喜欢|爱|偏好|偏爱)(?:用|穿|盖|的是)?([\p{Script=Han}a-z]{1,8}?)(?:的|款|类)?(?=$|[，,。.!！~])|\bi (?:really |do |always )?(?:like|love|prefer|am into) (?:things in |anything in |wearing |using )?([a-z]+(?: [a-z]+)?)(?=$|[,.!])/u;

const AVOIDS =
  /(?:我|平时|一直)*(?:不喜欢|讨厌|不爱|从不用|用不了|受不了)([\p{Script=Han}a-z]{1,8}?)(?:的|款|类)?(?=$|[，,。.!！~])|我?对([\p{Script=Han}a-z]{1,8}?)过敏|\bi (?:don't like|do not like|dont like|hate|can't stand|never wear|never use|am allergic to|'m allergic to) ([a-z]+(?: [a-z]+)?)(?=$|[,.!])|\bi'?m allergic to ([a-z]+(?: [a-z]+)?)/u;

const SIZE =
  /(?:我|平时|一直|现在)+(?:改)?(?:穿|要|是)\s*((?:x{0,3}[sl]|[2-6]xl|m|均码|\d{2}(?:\.5)?)(?![a-z\d]))\s*(?:码|号)?|\b(?:i (?:usually |normally |now |always )?wear(?: a)?(?: size)?|my size is(?: now)?|i'?m a(?: size)?)\s+((?:x{0,3}[sl]|[2-6]xl|m|\d{2}(?:\.5)?)(?![a-z\d]))/u;

const RECALL =
  /(?:记得|记住|知道|记录)(?:了|过)?(?:关于)?我(?:的)?(?:什么|啥|哪些|喜好|偏好)|我的(?:标签|偏好|喜好)(?:有|是)?(?:什么|哪些|啥)?[?？]?$|(?:what|anything) (?:do|have) you (?:know|remember|noted|stored|saved) (?:about|of) me|what are my (?:tags|preferences)|my (?:tags|preferences)\??$/;

const FORGET =
  /(?:忘掉|忘了|别记|不要记|删掉|清空|清除|删除|别再记)(?:着|住)?(?:所有|全部)?(?:关于)?我(?:的)?(喜好|偏好|尺码|码数|身高|体重|预算|标签|事|一切|所有)?|forget (?:all |everything )?(?:about |that i like )?(?:me|my (size|height|weight|budget|preferences|tags|likes))|(?:delete|clear|erase) my (?:tags|preferences)/;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/尺码|码数|size/, 'size'],
  [/身高|height/, 'height'],
  [/体重|weight/, 'weight'],
  [/预算|budget/, 'spends'],
];

const group = (found: RegExpExecArray | null): string | undefined => found?.slice(1).find(Boolean)?.trim();

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
  const tags: Tag[] = [];
  const add = (kind: Tag['kind'], value: string | undefined) => {
    if (value !== undefined && value !== '') tags.push({ kind, value: value.slice(0, 24), from: 'said', at });
  };
  const avoids = group(AVOIDS.exec(text));
  if (avoids !== undefined && isTaste(avoids, context)) add('avoids', avoids);
  const likes = avoids === undefined ? group(LIKES.exec(text)) : undefined;
  if (likes !== undefined && isTaste(likes, context)) add('likes', likes);
  add('size', group(SIZE.exec(text))?.toUpperCase());
  if (said.slots.budget?.max !== undefined && said.features.concepts.size > 0)
    add('spends', String(said.slots.budget.max));
  return tags;
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
  if (RECALL.test(text)) return plan('remembered', [{ step: 'remembered', tags }]);
  const forget = FORGET.exec(text);
  if (forget) {
    const which = KINDS.find(([shape]) => shape.test(forget[0]))?.[1] ?? 'all';
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
