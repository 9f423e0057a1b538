import type { ProductCard, Source } from '@xiaoer/core/protocol';
import type { CardReason, Step } from '../dialogue/plan.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { productCard } from '../knowledge/product-card.ts';
import { clip } from '../text/clip.ts';
import type { TurnReply } from '../turn.ts';
import { choicesReply, textReply } from './chips.ts';
import type { Composing } from './composing.ts';
import { formatDay, formatMajor, formatMoney } from './format.ts';

const titleOf = (product: Product | undefined, lang: string): string => pick(product?.title, lang);

/** A reason in words: what it costs beside another, else its kind and what it is best known for. */
function reasonText(product: Product, reason: CardReason, { lang, t }: Composing): string {
  if ('money' in reason) return t.reasons[reason.why]({ money: formatMoney(reason.money, lang) });
  const kind = pick(product.category.at(-1), lang);
  return [kind, clip(pick(product.summary, lang), 40)].filter(Boolean).join(' · ');
}

/** Products that nobody named, each with why it is here. */
export function composeGoods(step: Extract<Step, { step: 'goods' }>, composing: Composing): readonly TurnReply[] {
  const { lang, t } = composing;
  const money = step.money ? formatMoney(step.money, lang) : '';
  const text = t.goods[step.line]({ about: titleOf(step.about, lang), money });
  const items = step.items.flatMap(
    ({ product, reason }): ProductCard | readonly ProductCard[] =>
      productCard(product, lang, reasonText(product, reason, composing)) ?? [],
  );
  const source: Source = { kind: 'catalogue', label: t.catalogue() };
  return items.length === 0 ? [] : [{ kind: 'products', body: { text: clip(text, 1000), items, source } }];
}

/** A question that narrows, with what each answer is on a button. */
export function composeNarrow(
  { question, kind, more }: Extract<Step, { step: 'narrow' }>,
  { lang, t, knowledge }: Composing,
): TurnReply {
  const currency = knowledge.catalogue.products[0]?.price.currency ?? 'CNY';
  const major = (amount: number | undefined) =>
    amount === undefined ? undefined : formatMajor(amount, currency, lang);
  const options = question.options.map(({ value, label, amount }) => ({
    label: label ?? t.priceIs({ max: major(amount?.max), min: major(amount?.min) }),
    value: `hunt:${value}`,
  }));
  const rest = [
    ...(kind ? [] : [{ label: t.any(), value: 'hunt:any' }]),
    ...(more ? [{ label: t.others(), value: 'hunt:more' }] : []),
  ];
  return choicesReply(t.narrow({ about: question.about, kind }), [...options, ...rest], lang);
}

/** The end of what there is: the cheapest, or the dearest, that meets all that was asked. */
export function composeExtreme(
  { way, product }: Extract<Step, { step: 'extreme' }>,
  { lang, t }: Composing,
): readonly TurnReply[] {
  const title = titleOf(product, lang);
  const text = t.extreme({ way, title, price: formatMoney(product.price, lang) });
  return [choicesReply(text, [{ label: clip(t.showNearest({ title }), 200), value: `product:${product.id}` }], lang)];
}

/** What is remembered of a shopper, what was forgotten, or what was taken note of. */
export function composeTaste(
  {
    step,
    tags,
  }: Extract<Step, { readonly tags: readonly unknown[]; readonly step: 'remembered' | 'forgotten' | 'noted' }>,
  { lang, t, knowledge }: Composing,
): TurnReply {
  const words = tags.map((tag) => t.tag(tag));
  if (step === 'forgotten') return textReply(t.forgotten({ tags: words }), lang);
  const zone = knowledge.source.shop.timeZone ?? 'UTC';
  const chips = tags.slice(-10).map((tag) => ({
    label: clip(t.forget({ tag: t.tag(tag) }), 200),
    value: `forget:${tag.kind}:${tag.value}`,
  }));
  if (step === 'noted') return choicesReply(t.noted({ tags: words }), chips, lang);
  const rows = tags.map((tag) => t.tagSince({ tag: t.tag(tag), from: tag.from, day: formatDay(tag.at, lang, zone) }));
  const all = tags.length > 1 ? [{ label: t.forgetAll(), value: 'forget:all' }] : [];
  return choicesReply(t.remembered({ rows }), [...chips, ...all], lang);
}
