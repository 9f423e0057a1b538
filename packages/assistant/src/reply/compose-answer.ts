import { isSafeUrl, type Source } from '@xiaoer/core/protocol';
import type { Step } from '../dialogue/plan.ts';
import type { Condition } from '../knowledge/condition.ts';
import { pick } from '../knowledge/localized.ts';
import { clip } from '../text/clip.ts';
import type { TurnReply } from '../turn.ts';
import { choicesReply, personChip, textReply } from './chips.ts';
import type { Composing } from './composing.ts';
import { openingOf } from './fold.ts';

const NAMED = 6;

/** A case by the names of what it is for. */
function caseName(
  { categories, tags, products, levels, regions }: Condition,
  { knowledge, lang, t }: Composing,
): string {
  const titles = (products ?? []).flatMap((id) => {
    const at = knowledge.catalogue.byId.get(id);
    const product = at === undefined ? undefined : knowledge.catalogue.products[at];
    return product ? [pick(product.title, lang)] : [];
  });
  const names = [...(regions ?? []), ...(levels ?? []), ...(categories ?? []), ...(tags ?? []), ...titles];
  return t.list(names.slice(0, NAMED));
}

/** An answer as the merchant wrote it, for the case that is known; cases that are not are told beside it, each by its name. */
export function composeAnswer(
  { answer: id, confidence, variant, cases, only }: Extract<Step, { step: 'answer' }>,
  composing: Composing,
): readonly TurnReply[] {
  const { knowledge, lang, t } = composing;
  const answer = knowledge.answers.get(id);
  if (!answer) return [];
  const url = variant?.url ?? answer.url;
  const title = clip(pick(answer.question, lang), 200);
  const safe = isSafeUrl(url) ? { url } : {};
  const source: Source = { kind: 'answer', label: title, confidence: Math.round(confidence * 100) / 100, ...safe };
  const own = pick(variant?.answer ?? answer.answer, lang);
  const lines = [
    only ? t.inCase({ name: caseName(only, composing), answer: own }) : own,
    ...(cases ?? []).map((one) => t.inCase({ name: caseName(one.when, composing), answer: pick(one.answer, lang) })),
  ];
  const whole = lines.join('\n');
  // A long answer opens with what it comes to, and all of it is folded beneath.
  const short = title === '' ? undefined : openingOf(whole, lang);
  const folded: readonly TurnReply[] =
    short === undefined ? [] : [{ kind: 'article', body: { title, text: clip(whole, 20_000), ...safe } }];
  const rest = answer.cutOff ? [choicesReply(t.cutOff(), [personChip({ t })], lang)] : [];
  return [textReply(short ?? whole, lang, source), ...folded, ...rest];
}
