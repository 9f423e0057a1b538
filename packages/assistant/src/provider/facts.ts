import { isSafeUrl, type OrderCard } from '@xiaoer/core/protocol';
import { answerStep } from '../dialogue/answer-step.ts';
import { focusOf } from '../dialogue/context.ts';
import type { Step } from '../dialogue/plan.ts';
import { tellPolicy } from '../dialogue/tell-policy.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { compose } from '../reply/compose.ts';
import { composeOrder } from '../reply/compose-order.ts';
import { composingFor } from '../reply/composing.ts';
import { formatDay, formatMoney } from '../reply/format.ts';
import { clip } from '../text/clip.ts';
import { answersOf, topicsOf } from './candidates.ts';
import type { Doubt } from './doubt.ts';
import type { Fact } from './fact.ts';
import { PROMPTS } from './messages.ts';
import { speaksToModels } from './speaks-to-models.ts';

const ANSWERS = 5;
const POLICIES = 3;
const FIELDS = 12;
const ORDERS = 2;

/** Characters of one fact: a longer answer is a page, which is linked and not retold. */
const LONGEST = 700;

/** What a step says, all of it: of a folded answer the whole. */
function saidBy(step: Step, { context: { said, knowledge } }: Doubt): string {
  const replies = compose({ decision: '', confidence: 0, steps: [step] }, { knowledge, lang: said.lang });
  const folded = replies.find(({ kind }) => kind === 'article') ?? replies[0];
  return folded && 'text' in folded.body && typeof folded.body.text === 'string' ? folded.body.text : '';
}

function fromAnswers(doubt: Doubt): readonly Fact[] {
  const { context } = doubt;
  const { lang } = context.said;
  return answersOf(doubt)
    .slice(0, ANSWERS)
    .flatMap((id): readonly Fact[] => {
      const answer = context.knowledge.answers.get(id);
      // Of an answer that the export cut off nobody knows how it goes on.
      if (!answer || answer.cutOff) return [];
      const url = answer.url;
      const label = clip(pick(answer.question, lang), 200);
      const text = saidBy(answerStep(context, id, 1), doubt);
      return [{ id: `answer:${id}`, kind: 'answer', label, text, ...(isSafeUrl(url) ? { url } : {}) }];
    });
}

function fromPolicies(doubt: Doubt): readonly Fact[] {
  const { context } = doubt;
  const { t } = composingFor({ knowledge: context.knowledge, lang: context.said.lang });
  const told = new Set<string>();
  return topicsOf(doubt)
    .flatMap((topic): readonly Fact[] => {
      const [step] = tellPolicy(context, topic, 1)?.steps ?? [];
      const text = step ? saidBy(step, doubt) : '';
      if (text === '' || told.has(text)) return [];
      told.add(text);
      return [{ id: `policy:${topic}`, kind: 'policy', label: t.topics[topic] ?? topic, text }];
    })
    .slice(0, POLICIES);
}

/** The fields of the product in focus: its price, what is left of it, and what its page says. */
function fromProduct(product: Product, doubt: Doubt): readonly Fact[] {
  const { knowledge, said } = doubt.context;
  const { lang } = said;
  const { t } = composingFor({ knowledge, lang });
  const title = pick(product.title, lang);
  const url = isSafeUrl(product.url) ? { url: product.url } : {};
  const fact = (field: string, text: string): Fact => ({
    id: `product:${product.id}:${field}`,
    kind: 'product',
    label: clip(`${title} · ${field}`, 200),
    text,
    ...url,
  });
  const bare = { step: 'attribute', product, facts: [], confidence: 1 } as const;
  const known = product.stock !== undefined || product.onSale === false;
  return [
    fact(t.priceName(), saidBy({ ...bare, asked: 'price' }, doubt)),
    ...(known ? [fact(t.attributeNames['stock'] ?? 'stock', saidBy({ ...bare, asked: 'stock' }, doubt))] : []),
    ...product.attributes.slice(0, FIELDS).map(({ name, value }) => {
      const field = pick(name, lang);
      return fact(field, t.attribute({ title, facts: [{ name: field, value: pick(value, lang) }] }));
    }),
  ];
}

/** What an order's card says, without where it goes and who gets it. */
function fromOrder(card: OrderCard, { context: { knowledge, said } }: Doubt): readonly Fact[] {
  const { lang } = said;
  const composing = composingFor({ knowledge, lang });
  const { t } = composing;
  const words = PROMPTS[lang].order;
  const [reply] = composeOrder(card, false, composing);
  const lines = card.lines.map(({ title, options, quantity, price }) =>
    [title, options, `× ${quantity}`, formatMoney(price, lang)].filter(Boolean).join(' '),
  );
  const fact = (name: string, text: string): Fact => ({
    id: `order:${card.id}:${name}`,
    kind: 'order',
    label: card.number,
    text,
  });
  const row = (name: string, value: string) =>
    fact(name, t.attribute({ title: card.number, facts: [{ name, value }] }));
  const timeZone = knowledge.source.shop.timeZone ?? 'UTC';
  return [
    fact('status', reply && 'text' in reply.body && typeof reply.body.text === 'string' ? reply.body.text : ''),
    row(words.items, t.list(lines)),
    row(words.total, formatMoney(card.total, lang)),
    row(words.placed, formatDay(card.placedAt, lang, timeZone)),
  ];
}

/**
 * What may be said in this turn, in the order in which it is numbered: the merchant's answers that may be meant, what its
 * policies promise on the matter, the product in focus, and of the shopper's orders those that were shown in this
 * conversation. A text that speaks to a program instead of a reader is none.
 *
 * @param orders - cards that a flow has shown this shopper here, the newest first.
 */
export function factsOf(doubt: Doubt, orders: readonly OrderCard[] = []): readonly Fact[] {
  const product = focusOf(doubt.context);
  const facts = [
    ...fromAnswers(doubt),
    ...fromPolicies(doubt),
    ...(product ? fromProduct(product, doubt) : []),
    ...orders.slice(0, ORDERS).flatMap((card) => fromOrder(card, doubt)),
  ];
  return facts.filter(
    ({ text, label }) =>
      text.trim() !== '' && text.length <= LONGEST && !speaksToModels(text) && !speaksToModels(label),
  );
}
