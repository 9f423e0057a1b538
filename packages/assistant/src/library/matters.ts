import type { IntentRule } from './intents.ts';

/** Words that have been answered otherwise: an order of one's own, or a wish to stop. */
const OWN = ['mine', 'track', 'late', 'parcel'];

/**
 * Matters of a shop by their own words: who says «postage» asks about postage, whatever story is around it. They
 * complete the phrasings, which need most of a sentence to be like one of them.
 */
export const MATTER_RULES: readonly IntentRule[] = [
  {
    intent: 'shipping.cost',
    all: ['freight'],
    none: ['return', 'exchange', '?when', 'area', 'deictic'],
    confidence: 0.86,
    floor: 0.85,
  },
  {
    intent: 'shipping.cost',
    all: ['freight', '?how-much'],
    none: ['return', 'exchange'],
    confidence: 0.88,
    floor: 0.9,
  },
  { intent: 'shipping.cost', all: ['free-freight'], none: ['return', 'exchange'], confidence: 0.86, floor: 0.85 },
  {
    intent: 'shipping.time',
    all: ['?when', 'ship'],
    none: [...OWN, 'refund', 'return', 'exchange', 'cancel', 'invoice'],
    confidence: 0.86,
    floor: 0.85,
  },
  {
    intent: 'shipping.time',
    all: ['?when', 'deliver'],
    none: [...OWN, 'refund', 'return', 'exchange', 'cancel', 'invoice', 'hours'],
    confidence: 0.85,
    floor: 0.85,
  },
  { intent: 'shipping.cost', all: ['area', 'ship', '?how-much'], none: ['return'], confidence: 0.86, floor: 0.85 },
  {
    intent: 'shipping.cost',
    all: ['area', 'deliver', '?how-much'],
    none: ['return', '?when'],
    confidence: 0.86,
    floor: 0.85,
  },
  {
    intent: 'shipping.area',
    all: ['area', 'deliver'],
    none: [...OWN, '?how-much', 'freight', '?when'],
    confidence: 0.84,
    floor: 0.75,
  },
  {
    intent: 'shipping.area',
    all: ['area', 'ship'],
    none: [...OWN, '?how-much', 'freight', '?when'],
    confidence: 0.84,
    floor: 0.75,
  },
  { intent: 'shipping.carrier', all: ['carrier', '?what'], none: [...OWN, 'return'], confidence: 0.84, floor: 0.75 },
  {
    intent: 'return.policy',
    all: ['return'],
    none: [...OWN, 'abort', 'cancel', 'refund', 'damaged', 'wrong'],
    confidence: 0.82,
    floor: 0.85,
  },
  {
    intent: 'exchange.request',
    all: ['exchange'],
    none: [...OWN, 'change', 'return', 'address', 'human', 'talk', 'wrong', 'damaged'],
    confidence: 0.8,
    floor: 0.8,
  },
  { intent: 'invoice.ask', all: ['invoice'], none: ['wrong', 'late'], confidence: 0.84, floor: 0.85 },
  { intent: 'price.protect', all: ['protect'], confidence: 0.85, floor: 0.85 },
  {
    intent: 'warranty.repair',
    all: ['warranty'],
    none: ['damaged', 'return', 'authentic'],
    confidence: 0.8,
    floor: 0.8,
  },
  { intent: 'gift.ask', all: ['wrap'], none: ['damaged', 'return', 'recommend'], confidence: 0.8, floor: 0.75 },
  { intent: 'member.benefits', all: ['member'], confidence: 0.8, floor: 0.75 },
  { intent: 'promo.coupon', all: ['coupon'], confidence: 0.8, floor: 0.75 },
];
