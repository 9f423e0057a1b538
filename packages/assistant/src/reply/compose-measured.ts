import type { Step } from '../dialogue/plan.ts';
import { productCard } from '../knowledge/product-card.ts';
import { clip } from '../text/clip.ts';
import type { TurnReply } from '../turn.ts';
import { choicesReply, personChip } from './chips.ts';
import type { Composing } from './composing.ts';

/** Goods within a limit as cards, each with the field that says so; or that none says it is. */
export function composeMeasured(
  { hits, name, limit, more }: Extract<Step, { step: 'measured' }>,
  { lang, t }: Composing,
): readonly TurnReply[] {
  const items = hits.flatMap(({ product, reason }) => productCard(product, lang, reason) ?? []);
  const words = lang === 'en' ? `${name}, ${limit}` : `${limit}的${name}`;
  if (items.length === 0)
    return [choicesReply(t.notFound({ words: t.quote(clip(words, 60)) }), [personChip({ t })], lang)];
  const text = t.found({ n: items.length, words, limit: '', more });
  return [{ kind: 'products', body: { text, items, source: { kind: 'catalogue', label: t.catalogue() } } }];
}
