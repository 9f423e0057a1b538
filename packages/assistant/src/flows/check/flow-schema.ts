import type { Schema } from './check-schema.ts';

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const object = (
  required: readonly string[],
  properties: Readonly<Record<string, Schema>>,
  description?: string,
): Schema => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
  ...(description === undefined ? {} : { description }),
});

const text = ref('text');
const label = ref('label');
const name = ref('name');
const path = ref('path');
const condition = ref('condition');
const amount: Schema = { oneOf: [{ type: 'integer', minimum: 0 }, path] };
const asked = { type: {}, label: text, ask: text, retry: text } as const;
const count: Schema = { type: 'integer', minimum: 0, maximum: 10_000 };
const names: Schema = { oneOf: [name, { type: 'array', items: name, minItems: 1, maxItems: 8 }] };

const STATUSES = ['unpaid', 'paid', 'packed', 'shipped', 'delivered', 'cancelled', 'returning', 'refunded'];

const slot = (
  type: string | readonly string[],
  required: readonly string[],
  more: Readonly<Record<string, Schema>>,
): Schema =>
  object(['type', 'label', 'ask', ...required], {
    ...asked,
    type: typeof type === 'string' ? { const: type } : { enum: type },
    ...more,
  });

const slots: readonly Schema[] = [
  slot('order', ['none', 'refused'], {
    status: { type: 'array', items: { enum: STATUSES }, minItems: 1 },
    none: text,
    refused: text,
  }),
  slot('choice', ['options'], {
    options: {
      type: 'array',
      minItems: 2,
      maxItems: 12,
      items: object(['value', 'label'], { value: name, label: text, words: text }),
    },
  }),
  slot('text', [], {
    min: count,
    max: { type: 'integer', minimum: 1, maximum: 200 },
    pattern: { type: 'string', minLength: 1, maxLength: 200 },
  }),
  slot('number', [], { unit: { enum: ['cm', 'kg'] }, min: { type: 'number' }, max: { type: 'number' } }),
  slot('date', [], { withinDays: { type: 'integer', minimum: 0, maximum: 730 } }),
  slot('pictures', [], { min: { type: 'integer', minimum: 0, maximum: 9 } }),
  slot(['address', 'phone', 'email', 'contact', 'product', 'code', 'order-number'], [], {}),
];

const steps: readonly Schema[] = [
  object(['ask'], { id: label, ask: names, next: label }, 'Asks for slots that are not filled yet.'),
  object(
    ['say'],
    { id: label, say: text, person: { type: 'boolean' }, next: label },
    'Says something; `person` adds the button for one.',
  ),
  object(['if'], { id: label, if: condition, yes: label, no: label }, 'Goes one way or the other.'),
  object(
    ['confirm'],
    { id: label, confirm: text, yes: label, no: label },
    'Shows what will be done and waits for an explicit yes.',
  ),
  object(
    ['call'],
    {
      id: label,
      call: ref('tool'),
      with: { type: 'object', propertyNames: name, additionalProperties: path },
      reads: { type: 'boolean' },
      into: name,
      show: { type: 'boolean' },
      errors: { type: 'object', propertyNames: name, additionalProperties: label },
      next: label,
    },
    'Calls a tool of the shop. Without `reads` it writes, and needs a yes before it.',
  ),
  object(['person'], { id: label, person: text }, 'Says this and hands over to a person, with what was filled in.'),
  object(['forget'], { id: label, forget: names, next: label }, 'Empties slots, so that they are asked for again.'),
];

const conditions: readonly Schema[] = [
  object(['all'], { all: { type: 'array', items: condition, minItems: 1 } }),
  object(['any'], { any: { type: 'array', items: condition, minItems: 1 } }),
  object(['not'], { not: condition }),
  object(['signedIn'], { signedIn: { type: 'boolean' } }),
  object(['can'], { can: ref('tool') }),
  object(['known'], { known: path }),
  object(['since'], { since: path, days: amount, months: amount }),
  object(['value'], {
    value: path,
    is: {
      oneOf: [
        { type: 'string' },
        { type: 'integer' },
        { type: 'boolean' },
        { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'integer' }] }, minItems: 1 },
      ],
    },
    atLeast: amount,
    atMost: amount,
  }),
];

/** The JSON Schema of a flow. docs/flow.schema.json is written from it. */
export const FLOW_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A flow of the assistant: a task in several turns',
  ...object(['flow', 'id', 'title', 'steps'], {
    $schema: { type: 'string' },
    flow: { const: 1, description: 'Version of the format.' },
    id: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,40}$',
      title: 'id of a flow (small letters, digits and hyphens)',
    },
    title: text,
    triggers: {
      type: 'array',
      maxItems: 20,
      items: {
        oneOf: [
          ref('intent'),
          object(['intent'], {
            intent: ref('intent'),
            sets: { type: 'object', propertyNames: name, additionalProperties: { type: 'string' } },
          }),
        ],
      },
    },
    phrases: text,
    button: name,
    needs: { const: 'signed-in' },
    signIn: text,
    slots: { type: 'object', propertyNames: name, maxProperties: 20, additionalProperties: { oneOf: slots } },
    steps: { type: 'array', items: { oneOf: steps }, minItems: 1, maxItems: 60 },
    cancelled: text,
    gaveUp: text,
    tries: { type: 'integer', minimum: 1, maximum: 10 },
  }),
  $defs: {
    text: {
      oneOf: [
        { type: 'string', minLength: 1, maxLength: 2000 },
        {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', title: 'language (like zh-CN or en)' },
          additionalProperties: { type: 'string', minLength: 1, maxLength: 2000 },
        },
      ],
    },
    label: { type: 'string', pattern: '^[a-z][a-zA-Z0-9-]{0,40}$', title: 'id of a step' },
    name: {
      type: 'string',
      pattern: '^[a-z][a-zA-Z0-9_-]{0,40}$',
      title: 'name (letters, digits and hyphens, a small letter first)',
    },
    path: { type: 'string', pattern: '^[a-z][\\w-]*(\\.[\\w-]+)*$', title: 'path of a value (like order.status)' },
    tool: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+$',
      title: 'name of a tool (like orders.cancel)',
    },
    intent: { type: 'string', pattern: '^[a-z]+(\\.[a-z-]+)?$', title: 'service intent (like order.cancel)' },
    condition: { oneOf: conditions },
  },
};
