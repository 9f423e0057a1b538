/**
 * A rule of an intent by concepts: all of `all` must be said. `floor` is how much of the confidence remains when
 * the rest of the sentence is about something else: 0 for greetings, which mean nothing beside a question.
 */
export interface IntentRule {
  readonly intent: string;
  readonly all: readonly string[];
  readonly none?: readonly string[] | undefined;
  readonly confidence: number;
  readonly floor: number;
}

/** What the assistant understands without any data of a merchant, in every language that has the concepts. */
export const INTENT_RULES: readonly IntentRule[] = [
  { intent: 'human.request', all: ['human', 'talk'], none: ['hours', 'contact'], confidence: 0.98, floor: 0.8 },
  { intent: 'human.request', all: ['human'], none: ['hours', 'contact', 'bot'], confidence: 0.96, floor: 0.45 },
  { intent: 'human.request', all: ['someone', 'talk'], none: ['hours', 'deliver'], confidence: 0.94, floor: 0.68 },
  { intent: 'human.request', all: ['bot', 'no', 'talk'], confidence: 0.9, floor: 0.7 },
  { intent: 'bot.identity', all: ['bot'], confidence: 0.92, floor: 0.3 },
  { intent: 'greet', all: ['greet'], confidence: 0.95, floor: 0 },
  { intent: 'thanks', all: ['thanks'], confidence: 0.95, floor: 0.5 },
  { intent: 'bye', all: ['bye'], confidence: 0.93, floor: 0 },
  { intent: 'yes', all: ['yes'], confidence: 0.95, floor: 0 },
  { intent: 'no', all: ['no'], confidence: 0.95, floor: 0 },
  { intent: 'abort', all: ['abort'], confidence: 0.95, floor: 0 },
  { intent: 'order.address', all: ['change', 'address'], confidence: 0.95, floor: 0.6 },
  { intent: 'order.address', all: ['wrong', 'address'], confidence: 0.93, floor: 0.6 },
  { intent: 'order.cancel', all: ['cancel', 'order'], confidence: 0.92, floor: 0.5 },
  { intent: 'order.status', all: ['order', 'track'], none: ['cancel', 'address'], confidence: 0.93, floor: 0.5 },
  { intent: 'order.status', all: ['parcel', 'track'], none: ['address'], confidence: 0.93, floor: 0.5 },
  { intent: 'order.status', all: ['order', '?where'], none: ['address'], confidence: 0.93, floor: 0.5 },
  { intent: 'order.status', all: ['parcel', '?where'], confidence: 0.93, floor: 0.5 },
  { intent: 'order.status', all: ['order', 'late'], confidence: 0.93, floor: 0.5 },
  { intent: 'order.status', all: ['parcel', 'late'], confidence: 0.93, floor: 0.5 },
  {
    intent: 'order.status',
    all: ['order', '?when', 'deliver'],
    none: ['area', '?whether'],
    confidence: 0.8,
    floor: 0.3,
  },
  {
    intent: 'order.status',
    all: ['mine', 'order', '?when'],
    none: ['cancel', 'address', 'return'],
    confidence: 0.9,
    floor: 0.5,
  },
  { intent: 'order.status', all: ['mine', 'order', 'ship'], none: ['address', 'cost'], confidence: 0.86, floor: 0.4 },
  { intent: 'order.status', all: ['parcel', '?when'], confidence: 0.9, floor: 0.4 },
  {
    intent: 'order.status',
    all: ['late'],
    none: ['refund', 'return', 'invoice', 'contact'],
    confidence: 0.9,
    floor: 0.5,
  },
  { intent: 'order.status', all: ['carrier', 'track'], confidence: 0.88, floor: 0.3 },
  { intent: 'order.status', all: ['order', '?when', 'ship'], none: ['?whether'], confidence: 0.7, floor: 0.3 },
  {
    intent: 'order.status',
    all: ['mine', 'track'],
    none: ['address', 'refund', 'return', 'size', 'fit'],
    confidence: 0.88,
    floor: 0.3,
  },
  { intent: 'order.status', all: ['parcel'], confidence: 0.8, floor: 0 },
];
