import { factsAbout } from '../graph/attribute-question.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import type { Link } from '../knowledge/link-topics.ts';
import { everyText } from '../knowledge/localized.ts';
import { circumstancesOf, mayGive } from '../understanding/circumstances.ts';
import { answerOnKind } from './answers-on-goods.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';

/** What shoppers ask of a thing most, in this order, as far as the shop states it. */
const USUAL = ['care', 'size', 'fit', 'material', 'warmth', 'weight', 'capacity', 'power', 'origin'];

const CHIPS = 3;

/** The merchant's answer on a matter whose question is nearest to it. */
const best = (links: readonly Link[] | undefined): string | undefined =>
  links && [...links].sort((a, b) => b.strength - a.strength)[0]?.id;

/** What a product is that the shopper sent as a card: its title, price, stock, first fields, and usual questions. */
export function presentProduct(context: Context, product: Product): Plan {
  const { said, knowledge } = context;
  const told = product.attributes.slice(0, 3);
  // Two matters may be stated by one field, which is offered once.
  const seen = new Set(told.flatMap(({ name }) => everyText(name)));
  const ask: string[] = [];
  for (const concept of USUAL) {
    const [fact] = factsAbout(product, concept, said.features, said.lang, knowledge);
    if (ask.length === CHIPS || !fact || seen.has(fact.name)) continue;
    seen.add(fact.name);
    ask.push(concept);
  }
  const now = circumstancesOf({ ...context.message, about: product.id }, context.state, knowledge);
  const answers = [
    answerOnKind(context, product, 'care'),
    ...['shipping.time', 'return.policy'].map((topic) => best(knowledge.phrasings.byTopic.get(topic))),
  ].filter((id) => id !== undefined && mayGive(id, now, knowledge)) as readonly string[];
  return {
    decision: 'about',
    confidence: 1,
    source: product.id,
    steps: [{ step: 'present', product, ask, answers: answers.slice(0, CHIPS) }],
    state: { focus: product.id },
    used: [product.id],
  };
}
