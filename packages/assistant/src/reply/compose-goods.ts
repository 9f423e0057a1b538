import type { Choice, ProductCard, Source } from '@xiaoer/core/protocol';
import { isSafeUrl } from '@xiaoer/core/protocol';
import type { Step } from '../dialogue/plan.ts';
import { compareProducts } from '../graph/compare.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { productCard } from '../knowledge/product-card.ts';
import { reasonsFor } from '../selling/explain.ts';
import type { SearchResult } from '../selling/search.ts';
import { tasteFor } from '../selling/taste.ts';
import { isNumber } from '../selling/things.ts';
import { clip } from '../text/clip.ts';
import type { TurnReply } from '../turn.ts';
import type { Budget } from '../understanding/slots/budget.ts';
import { choicesReply, personChip, textReply } from './chips.ts';
import type { Composing } from './composing.ts';
import { formatMajor, formatMoney } from './format.ts';

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

function productSource(product: Product, field: string, confidence: number, lang: string): Source {
  return {
    kind: 'product',
    label: clip([pick(product.title, lang), field].filter(Boolean).join(' · '), 200),
    confidence: round(confidence),
    ...(isSafeUrl(product.url) ? { url: product.url } : {}),
  };
}

/** A property of a product, quoted from the catalogue with the field as source; or that the shop does not state it. */
export function composeAttribute(
  { product, asked, facts, near, confidence, verdict, converted }: Extract<Step, { step: 'attribute' }>,
  { lang, t }: Composing,
): readonly TurnReply[] {
  const title = pick(product.title, lang);
  const what = t.attributeNames[asked] ?? t.attributeNames['other'] ?? '';
  if (asked === 'price') {
    const variants = (product.variants ?? []).flatMap(({ label, price }) =>
      price ? [`${pick(label, lang)} ${formatMoney(price, lang)}`] : [],
    );
    const was = product.was && product.was.amount > product.price.amount ? formatMoney(product.was, lang) : undefined;
    const text = t.price({ title, price: formatMoney(product.price, lang), was, variants: variants.slice(0, 10) });
    return [textReply(text, lang, productSource(product, t.priceName(), confidence, lang))];
  }
  if (asked === 'stock') {
    const variants = (product.variants ?? []).flatMap(({ label, stock }) =>
      stock === undefined ? [] : [`${pick(label, lang)} ${stock}`],
    );
    const sum = (product.variants ?? []).reduce<number | undefined>(
      (total, { stock }) => (stock === undefined ? total : (total ?? 0) + stock),
      undefined,
    );
    const stock = product.stock ?? sum;
    if (stock === undefined && product.onSale !== false)
      return [choicesReply(t.notStated({ title, what }), [personChip({ t })], lang)];
    const gone = product.onSale === false || stock === 0;
    const text = gone ? t.outOfStock({ title, variants: [] }) : t.inStock({ title, stock: stock ?? 0, variants });
    return [textReply(text, lang, productSource(product, what, confidence, lang))];
  }
  let known = facts;
  if (known.length === 0 && (asked === 'size' || asked === 'colour') && (product.variants?.length ?? 0) > 1)
    known = [{ name: what, value: t.list((product.variants ?? []).map(({ label }) => pick(label, lang))) }];
  if (known.length === 0 && near && near.length > 0) {
    const source = productSource(product, near.map(({ name }) => name).join(', '), confidence, lang);
    return [choicesReply(t.notStatedBut({ title, what, facts: near }), [personChip({ t })], lang, source)];
  }
  if (known.length === 0) return [choicesReply(t.notStated({ title, what }), [personChip({ t })], lang)];
  const field = known.map(({ name }) => name).join(', ');
  const lines = [
    ...(verdict ? [t.verdicts[verdict.kind](verdict.asked)] : []),
    t.attribute({ title, facts: known }),
    ...(converted === undefined ? [] : [t.inOtherUnit(converted)]),
  ];
  return [textReply(lines.join('\n'), lang, productSource(product, field, confidence, lang))];
}

/** What a product is, with buttons for what is usually asked of it. */
export function composePresent(
  { product, ask }: Extract<Step, { step: 'present' }>,
  { lang, t }: Composing,
  answers: readonly Choice[],
): readonly TurnReply[] {
  const title = pick(product.title, lang);
  const sum = (product.variants ?? []).reduce<number | undefined>(
    (total, { stock }) => (stock === undefined ? total : (total ?? 0) + stock),
    undefined,
  );
  const stock = product.onSale === false ? 0 : (product.stock ?? sum);
  const facts = product.attributes.slice(0, 3).map(({ name, value }) => ({
    name: pick(name, lang),
    value: clip(pick(value, lang), 120),
  }));
  const text = t.present({ title, price: formatMoney(product.price, lang), stock, facts });
  const source = productSource(product, '', 1, lang);
  const capital = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);
  const chips = ask.map((asked) => ({
    label: capital(t.attributeNames[asked] ?? asked),
    value: `attribute:${asked}:${product.id}`,
  }));
  return [choicesReply(text, [...chips, ...answers], lang, source)];
}

/** Whether these choices of a product are there, and what they cost; of one that is gone also what is left instead. */
export function composeVariants(
  { product, variants }: Extract<Step, { step: 'variants' }>,
  { lang, t }: Composing,
): readonly TurnReply[] {
  const title = pick(product.title, lang);
  const rows = variants.slice(0, 10).map(({ label, price, stock }) => ({
    label: pick(label, lang),
    price: formatMoney(price ?? product.price, lang),
    stock,
  }));
  const gone = product.onSale === false || variants.every(({ stock }) => stock === 0);
  const others = gone
    ? (product.variants ?? []).filter(({ stock }) => (stock ?? 0) > 0 && product.onSale !== false)
    : [];
  const text = t.variants({ title, rows, others: others.slice(0, 6).map(({ label }) => pick(label, lang)) });
  return [textReply(text, lang, productSource(product, t.attributeNames['stock'] ?? '', 1, lang))];
}

function limitText(budget: Budget | undefined, currency: string, { lang, t }: Composing): string {
  if (!budget) return '';
  const major = (amount: number | undefined) =>
    amount === undefined ? undefined : formatMajor(amount, currency, lang);
  return t.limit({ min: major(budget.min), max: major(budget.max) });
}

/** What was wanted and is sold out, as cards, and apart from it what is left of its kind. */
function composeSoldOut(
  soldOut: readonly Product[],
  { hits }: SearchResult,
  { lang, t }: Composing,
): readonly TurnReply[] {
  const source: Source = { kind: 'catalogue', label: t.catalogue() };
  const cards = (products: readonly Product[]) => products.flatMap((product) => productCard(product, lang) ?? []);
  const titles = soldOut.map(({ title, price }) => ({ title: pick(title, lang), price: formatMoney(price, lang) }));
  const text = t.soldOut({ titles });
  const items = cards(soldOut);
  const near = cards(hits.map(({ product }) => product));
  return [
    items.length > 0 ? { kind: 'products', body: { text, items, source } } : textReply(text, lang, source),
    ...(near.length > 0 ? [{ kind: 'products', body: { text: t.sameKind(), items: near, source } } as const] : []),
  ];
}

/** What speaks for a product beside others when no word was said that it meets: its price, else what it is. */
function ownReason(product: Product, beside: readonly Product[], { lang, t }: Composing): string | undefined {
  const { price, was } = product;
  if (was && was.amount > price.amount)
    return t.reasons.saves({ money: formatMoney({ ...price, amount: was.amount - price.amount }, lang) });
  if (beside.length > 1 && beside.every((other) => other === product || other.price.amount > price.amount))
    return t.reasons.cheapest({ money: '' });
  const fact = product.attributes.find(({ value }) => pick(value, lang).length <= 24);
  return fact && `${pick(fact.name, lang)} ${pick(fact.value, lang)}`;
}

/** Cards with the reason why each fits; or what is nearest and why it does not. */
export function composeSearch(
  { wants, budget, result, tags = [], more = false, kind }: Extract<Step, { step: 'search' }>,
  composing: Composing,
): readonly TurnReply[] {
  const { lang, knowledge, t } = composing;
  // A bare number or character reads badly out of its sentence.
  const telling = wants.filter((want) => !isNumber(want) && (want.text.length > 1 || want.concepts.length > 0));
  const named = (telling.length > 0 ? telling : wants).map(({ text }) => text).join(lang === 'en' ? ' ' : '');
  const words = named || (kind ?? '');
  const currency =
    (result.hits[0]?.product ?? result.nearest ?? knowledge.catalogue.products[0])?.price.currency ?? 'CNY';
  const limit = limitText(budget, currency, composing);
  if (result.soldOut) return composeSoldOut(result.soldOut, result, composing);
  if (result.hits.length === 0) {
    const { nearest } = result;
    if (!nearest) return [choicesReply(t.notFound({ words: t.quote(clip(words, 60)) }), [personChip({ t })], lang)];
    const title = pick(nearest.title, lang);
    const text = t.beyondLimit({ words, limit, title, price: formatMoney(nearest.price, lang) });
    return [choicesReply(text, [{ label: t.showNearest({ title }), value: `product:${nearest.id}` }], lang)];
  }
  const items = result.hits.flatMap(({ product }): ProductCard[] => {
    const { tag } = tasteFor(product, tags);
    const beside = [...(tag ? [t.fits(tag)] : []), ...(limit ? [limit] : [])];
    const reason =
      reasonsFor(product, wants, lang, knowledge.vocabulary, beside) ??
      ownReason(
        product,
        result.hits.map((hit) => hit.product),
        composing,
      );
    const card = productCard(product, lang, reason);
    return card ? [card] : [];
  });
  if (items.length === 0) return [textReply(t.notFound({ words: t.quote(clip(words, 60)) }), lang)];
  const text =
    result.missing.length > 0
      ? t.foundPartly({ missing: t.list(result.missing.map((want) => t.quote(want.text))) })
      : t.found({ n: items.length, words, limit, more });
  return [{ kind: 'products', body: { text, items, source: { kind: 'catalogue', label: t.catalogue() } } }];
}

/** Two products side by side: what differs first, then prices, then what is the same; and both as cards. */
export function composeCompare(
  { left, right, asked }: Extract<Step, { step: 'compare' }>,
  { knowledge, lang, t }: Composing,
): readonly TurnReply[] {
  const { differ, same } = compareProducts(left, right, lang, knowledge.graph, asked);
  const names = { left: pick(left.title, lang), right: pick(right.title, lang) };
  const lines = [
    t.comparing(names),
    ...differ.map((row) => t.differ(row)),
    t.prices({ left: formatMoney(left.price, lang), right: formatMoney(right.price, lang) }),
  ];
  if (same.length > 0) lines.push(t.same({ rows: same.map(({ name, left: value }) => ({ name, value })) }));
  const source: Source = { kind: 'catalogue', label: t.catalogue() };
  const items = [left, right].flatMap((product) => productCard(product, lang) ?? []);
  const text = textReply(lines.join('\n'), lang, source);
  return items.length > 0 ? [text, { kind: 'products', body: { items } }] : [text];
}
