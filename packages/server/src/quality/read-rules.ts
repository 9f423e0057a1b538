import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { DEFAULT_RULES } from './default-rules.ts';
import { CLAIMED, type QualityRule } from './rule.ts';

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'iu') !== undefined;
  } catch {
    return false;
  }
};

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const named = {
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'write a name such as promise-unkept')),
  title: v.union([text, v.record(v.string(), text)]),
  score: v.pipe(
    v.number(),
    v.minValue(-100, 'write a number from -100 to 100'),
    v.maxValue(100, 'write a number from -100 to 100'),
  ),
  critical: v.optional(v.boolean()),
};
const patterns = v.optional(v.array(v.pipe(text, v.check(isPattern, 'write a regular expression'))), []);
const words = v.optional(v.array(text), []);
const least = v.pipe(v.number(), v.minValue(1, 'write a number from 1 on'));

const Rules = v.array(
  v.variant(
    'op',
    [
      v.strictObject({ ...named, op: v.literal('gap'), sec: least, unless: words }),
      v.strictObject({ ...named, op: v.literal('promise'), min: least, patterns }),
      v.strictObject({ ...named, op: v.literal('says'), by: v.picklist(['agent', 'shopper']), words, patterns }),
      v.strictObject({ ...named, op: v.literal('passed'), min: least }),
      v.strictObject({
        ...named,
        op: v.literal('claim'),
        against: v.optional(v.array(v.picklist(CLAIMED)), [...CLAIMED]),
        unless: words,
      }),
    ],
    'write gap, promise, says, passed or claim',
  ),
);

/**
 * The rules in `quality.json` of a shop's folder, ours where there is none. One with the `id` of ours replaces it; a score
 * of 0 takes it away.
 * @throws Error that names every wrong place and what to write.
 */
export function loadRules(directory: string): readonly QualityRule[] {
  const path = join(directory, 'quality.json');
  if (!existsSync(path)) return DEFAULT_RULES;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const read = v.safeParse(Rules, value);
  if (!read.success)
    throw new Error(
      read.issues.map((issue) => `${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`).join('\n'),
    );
  const own = new Map(read.output.map((rule) => [rule.id, rule as QualityRule]));
  const kept = DEFAULT_RULES.filter(({ id }) => !own.has(id));
  return [...kept, ...own.values()].filter(({ score }) => score !== 0);
}
