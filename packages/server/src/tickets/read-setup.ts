import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { DEFAULT_SETUP } from './default-setup.ts';
import type { TicketSetup } from './ticket-type.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9-]{0,40}$/, 'write a name such as refund-gap'));
const words = v.union([v.pipe(v.string(), v.minLength(1)), v.record(v.string(), v.pipe(v.string(), v.minLength(1)))]);
const names = v.union([v.string(), v.array(v.string())]);
const hours = v.pipe(
  v.number(),
  v.minValue(1, 'write hours from 1 to 2000'),
  v.maxValue(2_000, 'write hours from 1 to 2000'),
);
const priority = v.picklist(['low', 'normal', 'high', 'urgent'], 'write low, normal, high or urgent');

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u') !== undefined;
  } catch {
    return false;
  }
};

const Field = v.strictObject({
  id,
  label: words,
  type: v.picklist(
    ['text', 'number', 'money', 'date', 'choice', 'pictures'],
    'write text, number, money, date, choice or pictures',
  ),
  required: v.optional(v.boolean()),
  options: v.optional(v.pipe(v.array(v.strictObject({ value: v.string(), label: words })), v.minLength(2))),
  // Typed once by the merchant and run over text of at most 2,000 characters.
  pattern: v.optional(v.pipe(v.string(), v.maxLength(200), v.check(isPattern, 'write a regular expression'))),
  hint: v.optional(words),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
});

const Type = v.strictObject({
  id,
  title: words,
  group: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  dueHours: hours,
  priority: v.optional(priority),
  fields: v.array(Field),
  from: v.optional(v.array(v.strictObject({ task: v.string(), when: v.optional(v.record(v.string(), v.string())) }))),
});

const Rule = v.strictObject({
  when: v.strictObject({
    type: v.optional(names),
    amount: v.optional(v.strictObject({ gte: v.optional(v.number()), lte: v.optional(v.number()) })),
    emotion: v.optional(v.picklist(['calm', 'upset', 'angry'], 'write calm, upset or angry')),
    product: v.optional(names),
    shop: v.optional(names),
  }),
  to: v.strictObject({
    group: v.optional(v.string()),
    priority: v.optional(priority),
    dueHours: v.optional(hours),
  }),
});

const Setup = v.strictObject({ types: v.optional(v.array(Type)), rules: v.optional(v.array(Rule)) });

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/**
 * Types and rules out of the text of `tickets.json`. A type with the id of one that comes along replaces it; rules replace
 * all of ours.
 * @throws Error that names each mistake with its place.
 */
export function readSetup(text: string, file: string): TicketSetup {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = v.safeParse(Setup, value);
  if (!read.success)
    throw new Error(read.issues.map((issue) => `${file}: ${pathOf(issue)}: ${issue.message}`).join('\n'));
  const { types = [], rules = DEFAULT_SETUP.rules } = read.output;
  const own = new Map(types.map((type) => [type.id, type]));
  if (own.size < types.length) throw new Error(`${file}: two types have the same id`);
  const all = [...DEFAULT_SETUP.types.filter((type) => !own.has(type.id)), ...types];
  const known = new Set(all.map((type) => type.id));
  rules.forEach(({ when }, n) => {
    for (const type of typeof when.type === 'string' ? [when.type] : (when.type ?? []))
      if (!known.has(type)) throw new Error(`${file}: rules[${n}].when.type: there is no type ${type}`);
  });
  return { types: all, rules };
}

/** `tickets.json` of a shop's folder, or the types and rules that come along. */
export function loadSetup(directory: string): TicketSetup {
  const file = join(directory, 'tickets.json');
  return existsSync(file) ? readSetup(readFileSync(file, 'utf8'), file) : DEFAULT_SETUP;
}
